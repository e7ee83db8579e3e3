package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import java.time.Instant;

/** What a tenant may do, whatever it has done. */
public final class ReadingEntitlements {
  private final Edition edition;
  private final PlanCatalogue catalogue;
  private final Time time;

  public ReadingEntitlements(Edition edition, PlanCatalogue catalogue, Time time) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.time = time;
  }

  /**
   * No read beyond the catalogue's.
   *
   * @throws Unavailable where the catalogue lacks the plan in force: nothing may be assumed then
   */
  public Entitlements of(Tenancy tenancy) {
    Instant now = time.now(tenancy.account().id());
    String key = tenancy.enrollment().at(now, edition.terms()).plan();
    Plan plan =
        catalogue
            .find(key)
            .map(ListedPlan::plan)
            .orElseThrow(() -> new Unavailable("the catalogue lacks a plan that is in force"));
    return Entitlements.of(
        tenancy.account(), tenancy.enrollment(), tenancy.overrides(), plan, edition, now);
  }
}
