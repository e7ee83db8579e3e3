package dev.tollgate.core.kernel;

/** Quota that was set aside. Whoever asks for it makes the id, so that asking again is harmless. */
public record ReservationId(String value) {
  public static final String PREFIX = "res_";

  public ReservationId {
    TypedId.require(PREFIX, value);
  }

  public static boolean isValid(String value) {
    return TypedId.isValid(PREFIX, value);
  }
}
