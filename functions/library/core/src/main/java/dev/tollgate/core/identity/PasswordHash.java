package dev.tollgate.core.identity;

/**
 * What we keep of a password.
 *
 * @param value PHC-style text that names its own scheme and cost
 */
public record PasswordHash(String value) {
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
