package dev.tollgate.core.kernel;

import java.util.Optional;

/** A customer company, which the API calls an account. Everything belongs to exactly one. */
public record TenantId(String value) {
  public static final String PREFIX = "ten_";

  public TenantId {
    TypedId.require(PREFIX, value);
  }

  /** Empty for a text from outside that is no id of the kind. */
  public static Optional<TenantId> parse(String text) {
    return TypedId.isValid(PREFIX, text) ? Optional.of(new TenantId(text)) : Optional.empty();
  }
}
