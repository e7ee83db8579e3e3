package dev.tollgate.core.kernel;

/** An address that the platform owner's own services gave for outgoing webhooks. */
public record EndpointId(String value) {
  public static final String PREFIX = "whe_";

  public EndpointId {
    TypedId.require(PREFIX, value);
  }

  public static boolean isValid(String value) {
    return TypedId.isValid(PREFIX, value);
  }
}
