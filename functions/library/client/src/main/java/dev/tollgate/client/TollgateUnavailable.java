package dev.tollgate.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tollgate gave no usable answer within the patience, so nothing is known and nothing may be
 * assumed: least of all that the tenant may. A service answers 503 with it. What was asked may have
 * happened all the same: a reservation then expires by itself; a commit was counted, or its
 * reservation expires by itself and nothing is counted.
 */
public final class TollgateUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  TollgateUnavailable(String what, @Nullable Throwable cause) {
    super(what, cause);
    this.retryAfter = null;
  }

  TollgateUnavailable(String what, Optional<Duration> retryAfter) {
    super(what);
    this.retryAfter = retryAfter.orElse(null);
  }

  /** How long Tollgate asked to be left alone, which was longer than the patience. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
