package dev.tollgate.stripelocal.ledger;

import org.jspecify.annotations.Nullable;

/** Which request caused a change; both are null for what happens by itself. */
public record Origin(@Nullable String request, @Nullable String idempotencyKey) {
  public static final Origin AUTOMATIC = new Origin(null, null);
}
