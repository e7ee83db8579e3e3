package dev.tollgate.core.billing;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Plan;
import java.util.ArrayList;
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
  static List<Excess> of(Map<Meter, Long> levels, Plan plan, int seats, Edition edition) {
    List<Excess> over = new ArrayList<>();
    for (MeterPolicy policy : edition.meters()) {
      long used = levels.getOrDefault(policy.meter(), 0L);
      Limit limit = plan.limit(policy.meter());
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
}
