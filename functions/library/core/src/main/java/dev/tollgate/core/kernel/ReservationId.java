package dev.tollgate.core.kernel;

/** Quota that was set aside. Whoever asks for it makes the id, so that asking again is harmless. */
public record ReservationId(String value) {
  public static final String PREFIX = "res_";

  public ReservationId {
    TypedId.require(PREFIX, value);
  }

  /**
   * The id that a tenant's request under an idempotency key has: the same whenever it is sent
   * again. It does not sort by age.
   */
  public static ReservationId derived(TenantId tenant, String idempotencyKey) {
    return new ReservationId(
        TypedId.derived(PREFIX, Fingerprint.of(tenant.value() + "\n" + idempotencyKey)));
  }

  public static boolean isValid(String value) {
    return TypedId.isValid(PREFIX, value);
  }
}
