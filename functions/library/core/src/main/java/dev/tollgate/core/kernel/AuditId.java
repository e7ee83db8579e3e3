package dev.tollgate.core.kernel;

/** One entry of the audit trail; sorts by the time it was made. */
public record AuditId(String value) {
  public static final String PREFIX = "aud_";

  public AuditId {
    TypedId.require(PREFIX, value);
  }
}
