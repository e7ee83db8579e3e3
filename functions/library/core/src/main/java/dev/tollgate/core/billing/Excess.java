package dev.tollgate.core.billing;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.entitlements.Overrides;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A level that a plan does not allow. Levels that stay matter; what a counter counted is over with
 * its period and takes nobody's plan away.
 *
 * @param limit the plan's
 */
public record Excess(Meter meter, long used, long limit) {

  /** All of them, never just the first. */
  static List<Excess> of(
      Map<Meter, Long> levels,
      Plan plan,
      int seats,
      Edition edition,
      Overrides overrides,
      Instant now) {
    List<Excess> over = new ArrayList<>();
    for (MeterPolicy policy : edition.meters()) {
      long used = levels.getOrDefault(policy.meter(), 0L);
      Limit limit = limit(policy.meter(), plan, overrides, now);
      if (policy.kind() instanceof MeterKind.Gauge && limit instanceof Limit.AtMost(long most)) {
        if (!limit.allows(used)) {
          over.add(new Excess(policy.meter(), used, most));
        }
      }
    }
    long people = levels.getOrDefault(Meter.USERS, 0L);
    if (plan.isSoldBySeat() && people > seats) {
      over.removeIf(excess -> excess.meter().equals(Meter.USERS));
      over.add(new Excess(Meter.USERS, people, seats));
    }
    return over;
  }

  /** The levels that may not be passed when the plan is given. */
  static Map<Meter, Long> most(Plan plan, Edition edition, Overrides overrides, Instant now) {
    Map<Meter, Long> most = new HashMap<>();
    for (MeterPolicy policy : edition.meters()) {
      if (policy.kind() instanceof MeterKind.Gauge
          && limit(policy.meter(), plan, overrides, now) instanceof Limit.AtMost(long value)) {
        most.put(policy.meter(), value);
      }
    }
    return most;
  }

  /** What was granted to the tenant alone outlasts its plan. */
  private static Limit limit(Meter meter, Plan plan, Overrides overrides, Instant now) {
    return overrides.limit(meter, now).map(Granted::value).orElseGet(() -> plan.limit(meter));
  }
}
