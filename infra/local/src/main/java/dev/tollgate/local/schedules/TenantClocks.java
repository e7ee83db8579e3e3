package dev.tollgate.local.schedules;

import java.time.Instant;
import java.util.Optional;

/** What goes on beside the functions for single tenants, each by a clock of its own. */
public interface TenantClocks {
  /** Whether there is such a tenant. */
  boolean isKnown(String tenant);

  /** When there is next something to do for the tenant, in its time; empty for nothing. */
  Optional<Instant> nextDue(String tenant);

  /**
   * Does what is to be done up to the tenant's time, which then has a clock of its own for good.
   */
  void follow(String tenant, Instant to);
}
