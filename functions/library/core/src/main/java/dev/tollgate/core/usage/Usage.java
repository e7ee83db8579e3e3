package dev.tollgate.core.usage;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * One use of something billable. Written once under its id, never changed but for its report.
 *
 * @param id the caller's, such as that of the operation; the same id is the same use
 * @param amount in the meter's unit, above zero
 * @param reportedAt when the provider took it
 */
public record Usage(
    TenantId tenant,
    String id,
    Meter meter,
    long amount,
    Instant at,
    Optional<Instant> reportedAt) {
  public Usage {
    if (amount <= 0) {
      throw new IllegalArgumentException("usage must be above zero");
    }
  }
}
