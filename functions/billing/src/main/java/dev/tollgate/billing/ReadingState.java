package dev.tollgate.billing;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.subscriptions.BillingState;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Instant;

/** What a tenant has now, and the plan that is in force. No read beyond the catalogue's. */
final class ReadingState {
  private final Edition edition;
  private final PlanCatalogue catalogue;
  private final Time time;

  ReadingState(Edition edition, PlanCatalogue catalogue, Time time) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.time = time;
  }

  /**
   * @param plan as the catalogue lists it, archived or not
   */
  record State(BillingState billing, Plan plan, Instant now) {
    Subscription subscription() {
      return billing.subscription();
    }
  }

  /**
   * @throws Unavailable where the catalogue does not have the plan: nothing may be assumed then
   */
  State of(Enrollment enrollment) {
    Instant now = time.now(enrollment.tenant());
    Subscription subscription = enrollment.at(now, edition.trial());
    Plan plan =
        catalogue
            .find(subscription.plan())
            .map(ListedPlan::plan)
            .orElseThrow(() -> new Unavailable("the catalogue lacks a plan that is in force"));
    return new State(BillingState.of(subscription, plan, edition.billing(), now), plan, now);
  }
}
