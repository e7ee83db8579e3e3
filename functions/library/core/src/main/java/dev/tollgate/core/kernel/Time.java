package dev.tollgate.core.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The only source of "now". A deployment may be offset from the wall clock (zero in production) and
 * a sandbox tenant may live in a time of its own, so ask with the tenant in hand where there is
 * one.
 */
public interface Time {
  /** The deployment's time, for what belongs to no tenant yet. */
  Instant now();

  Instant now(TenantId tenant);

  /**
   * Tenants whose time runs ahead of the deployment's, and by how much. Whoever looks for what is
   * due by the deployment's time looks for theirs as well.
   */
  default Map<TenantId, Duration> ahead() {
    return Map.of();
  }
}
