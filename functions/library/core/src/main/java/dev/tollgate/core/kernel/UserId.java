package dev.tollgate.core.kernel;

/** A person inside a tenant. */
public record UserId(String value) {
  public static final String PREFIX = "usr_";

  public UserId {
    TypedId.require(PREFIX, value);
  }
}
