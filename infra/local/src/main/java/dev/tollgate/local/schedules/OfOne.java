package dev.tollgate.local.schedules;

import dev.tollgate.local.clock.StackClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tenant, while all others stand still. */
record OfOne(String tenant, StackClock clock, DueIndex due, TenantClocks tenants)
    implements Traveller {
  @Override
  public Instant now() {
    return clock.instant(tenant);
  }

  @Override
  public void moveTo(Instant time) {
    clock.moveTo(time, tenant);
    tenants.follow(tenant, now());
  }

  @Override
  public List<Instant> dueBetween(Instant after, Instant until) {
    return due.between(after, until, Optional.of(tenant), Map.of());
  }

  @Override
  public Optional<Instant> nextBeside() {
    return tenants.nextDue(tenant);
  }

  /** It is done where the tenant's clock has followed. */
  @Override
  public void runBeside() {}
}
