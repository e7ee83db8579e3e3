package dev.tollgate.lifecycle;

import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.sandbox.MovingSandboxes;
import dev.tollgate.core.sandbox.SandboxPolicy;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.logging.Log;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Each minute: clocks of sandboxes that were turned move on by one stop, and the provider's clocks
 * of all tenants with a time of their own are kept up with it. Where real money moves no clock
 * does.
 */
final class ClocksTask implements ScheduledTask {
  private final SandboxPolicy policy;
  private final MovingSandboxes moving;
  private final FollowingTime following;
  private final ProviderClocks clocks;
  private final Time time;
  private final LifecycleLog lifecycle;
  private final Log log;

  ClocksTask(
      SandboxPolicy policy,
      MovingSandboxes moving,
      FollowingTime following,
      ProviderClocks clocks,
      Time time,
      LifecycleLog lifecycle,
      Log log) {
    this.policy = policy;
    this.moving = moving;
    this.following = following;
    this.clocks = clocks;
    this.time = time;
    this.lifecycle = lifecycle;
    this.log = log;
  }

  @Override
  public String name() {
    return "move-clocks";
  }

  @Override
  public void run() {
    LifecycleLog.Run run = lifecycle.begin();
    long moved = 0;
    Set<TenantId> stuck = new HashSet<>();
    if (policy.permits(clocks)) {
      MovingSandboxes.Report report = moving.run(run);
      report.moved().forEach(tenant -> log.info("clock_moved", fields(tenant)));
      report.failures().forEach(each -> stuck(each.tenant(), each.cause(), stuck));
      moved = report.moved().size();
    }
    time.ahead().keySet().forEach(tenant -> keepUp(tenant, stuck));
    run.endJourneys(moved, stuck.size());
  }

  /** The provider's clock stands while the tenant's time flows. */
  private void keepUp(TenantId tenant, Set<TenantId> stuck) {
    try {
      following.catchUpIfLate(tenant);
    } catch (RuntimeException e) { // one tenant's provider stops nobody
      stuck(tenant, e, stuck);
    }
  }

  private void stuck(TenantId tenant, RuntimeException cause, Set<TenantId> stuck) {
    stuck.add(tenant);
    log.error("clock_stuck", fields(tenant), cause);
  }

  private static Map<String, Object> fields(TenantId tenant) {
    return Map.of("tenant", tenant.value());
  }
}
