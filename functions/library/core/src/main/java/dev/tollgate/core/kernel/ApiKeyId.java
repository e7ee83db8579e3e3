package dev.tollgate.core.kernel;

/** An API key as people talk about it; it opens nothing. */
public record ApiKeyId(String value) {
  public static final String PREFIX = "key_";

  public ApiKeyId {
    TypedId.require(PREFIX, value);
  }

  public static boolean isValid(String value) {
    return TypedId.isValid(PREFIX, value);
  }
}
