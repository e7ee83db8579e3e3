package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.plans.PlanCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a tenant may do and has done. */
public final class ReadingQuota {
  private final ReadingEntitlements entitlements;
  private final Meters meters;

  public ReadingQuota(Edition edition, PlanCatalogue catalogue, Meters meters, Time time) {
    this.entitlements = new ReadingEntitlements(edition, catalogue, time);
    this.meters = meters;
  }

  /**
   * No read beyond the catalogue's.
   *
   * @throws Unavailable where the catalogue lacks the plan in force: nothing may be assumed then
   */
  public Entitlements entitlements(Tenancy tenancy) {
    return entitlements.of(tenancy);
  }

  /** All meters; one read. */
  public Quota of(Tenancy tenancy) {
    Entitlements entitlements = entitlements(tenancy);
    return new Quota(entitlements, states(entitlements, entitlements.limits().keySet()));
  }

  /** Those of the edition's meters that are asked for, in the order asked; one read. */
  public List<MeterState> of(Tenancy tenancy, Collection<Meter> wanted) {
    Entitlements entitlements = entitlements(tenancy);
    return states(
        entitlements, wanted.stream().filter(entitlements.limits()::containsKey).toList());
  }

  private List<MeterState> states(Entitlements entitlements, Collection<Meter> wanted) {
    List<Slot> slots = wanted.stream().map(meter -> slot(entitlements, meter)).toList();
    Map<Meter, Long> used = meters.used(entitlements.account().id(), slots);
    return slots.stream()
        .map(
            slot ->
                new MeterState(
                    entitlements.limit(slot.meter()), slot, used.getOrDefault(slot.meter(), 0L)))
        .toList();
  }

  static Slot slot(Entitlements entitlements, Meter meter) {
    return Slots.of(
        entitlements.limit(meter).policy(),
        entitlements.account().zone(),
        entitlements.subscription(),
        entitlements.at());
  }
}
