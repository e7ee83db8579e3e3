package dev.tollgate.billing;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.subscriptions.BillingState;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has.
 *
 * @param planLimits what counts for this tenant, by meter; null is unlimited
 * @param enabledFeatures every feature of the edition, and whether this tenant has it
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record StateView(
    Standing subscription,
    PlanBilling planBilling,
    Map<String, @Nullable Long> planLimits,
    Map<String, Boolean> enabledFeatures) {

  static StateView of(ReadingState.State state) {
    return new StateView(
        Standing.of(state.billing()),
        PlanBilling.of(state.plan()),
        limits(state.entitlements()),
        features(state.entitlements()));
  }

  static Map<String, @Nullable Long> limits(Entitlements entitlements) {
    Map<Meter, Limit> limits = new LinkedHashMap<>();
    entitlements.limits().forEach((meter, right) -> limits.put(meter, right.limit()));
    return Wire.limits(limits);
  }

  static Map<String, Boolean> features(Entitlements entitlements) {
    Map<String, Boolean> features = new LinkedHashMap<>();
    entitlements.features().forEach((key, right) -> features.put(key, right.enabled()));
    return features;
  }

  /**
   * Where the subscription stands.
   *
   * @param seatLimit null is unlimited
   * @param isLive whether the tenant may work now
   * @param isPaid on a priced plan and active or past_due
   * @param trialDaysRemaining null outside a trial, 0 once it is over
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record Standing(
      String status,
      String plan,
      String currentPeriodStart,
      @Nullable String currentPeriodEnd,
      boolean cancelAtPeriodEnd,
      @Nullable Long seatLimit,
      boolean isLive,
      boolean isPaid,
      boolean hasProEntitlement,
      @Nullable Long trialDaysRemaining) {

    static Standing of(BillingState state) {
      return new Standing(
          state.subscription().status(),
          state.subscription().plan(),
          state.periodStart().toString(),
          Wire.time(state.periodEnd()),
          state.cancelAtPeriodEnd(),
          Wire.number(state.seatLimit()),
          state.live(),
          state.paid(),
          state.proEntitlement(),
          Wire.number(state.trialDaysRemaining()));
    }
  }

  /**
   * The plan as it is sold.
   *
   * @param monthlyPriceCents in minor units; null where the price is agreed on in person
   * @param annualPriceCents for a whole year; null where the plan is not sold by the year
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record PlanBilling(
      String displayName,
      String description,
      @Nullable Long monthlyPriceCents,
      @Nullable Long annualPriceCents) {

    static PlanBilling of(Plan plan) {
      return new PlanBilling(
          plan.displayName(),
          plan.description(),
          Wire.monthly(plan.price()),
          Wire.annual(plan.price()));
    }
  }
}
