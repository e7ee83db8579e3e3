package dev.tollgate.billing;

import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan that a tenant has, whether it is still sold or not.
 *
 * @param monthlyPriceCents in minor units; null where the price is agreed on in person
 * @param annualPriceCents for a whole year; null where the plan is not sold by the year
 * @param perSeat whether the prices are those of one seat
 * @param maxSeats of the plan; null is unlimited
 * @param limits what counts for this tenant, by meter; null is unlimited
 * @param features whether this tenant has each
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record PlanInForceView(
    String plan,
    String displayName,
    String description,
    @Nullable Long monthlyPriceCents,
    @Nullable Long annualPriceCents,
    String currency,
    boolean perSeat,
    @Nullable Long maxSeats,
    Map<String, @Nullable Long> limits,
    Map<String, Boolean> features,
    boolean archived) {

  static PlanInForceView of(Entitlements entitlements, String currency) {
    Plan plan = entitlements.plan();
    return new PlanInForceView(
        plan.key(),
        plan.displayName(),
        plan.description(),
        Wire.monthly(plan.price()),
        Wire.annual(plan.price()),
        currency,
        plan.isSoldBySeat(),
        Wire.number(plan.seats()),
        StateView.limits(entitlements),
        StateView.features(entitlements),
        plan.archived());
  }
}
