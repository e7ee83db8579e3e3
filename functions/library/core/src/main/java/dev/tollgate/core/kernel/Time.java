package dev.tollgate.core.kernel;

import java.time.Instant;

/**
 * The only source of "now". A deployment may be offset from the wall clock (zero in production) and
 * a sandbox tenant may live in a time of its own, so ask with the tenant in hand where there is
 * one.
 */
public interface Time {
  /** The deployment's time, for what belongs to no tenant yet. */
  Instant now();

  Instant now(TenantId tenant);
}
