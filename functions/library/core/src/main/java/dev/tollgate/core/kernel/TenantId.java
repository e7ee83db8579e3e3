package dev.tollgate.core.kernel;

/** A customer company, which the API calls an account. Everything belongs to exactly one. */
public record TenantId(String value) {
  public static final String PREFIX = "ten_";

  public TenantId {
    TypedId.require(PREFIX, value);
  }
}
