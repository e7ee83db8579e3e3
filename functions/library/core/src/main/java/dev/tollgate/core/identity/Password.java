package dev.tollgate.core.identity;

/** A password as somebody typed it. It is never stored, logged or shown. */
public record Password(String text) {
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
