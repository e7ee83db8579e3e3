package dev.tollgate.core.entitlements;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that one tenant has instead of what its plan gives.
 *
 * @param value a limit, or whether a feature is on
 * @param reason worded for the platform owner and for the tenant's own people
 * @param until when the plan's own value counts again; empty for never
 */
public record Granted<T>(T value, String reason, Instant since, Optional<Instant> until) {
  public boolean holds(Instant now) {
    return until.map(now::isBefore).orElse(true);
  }
}
