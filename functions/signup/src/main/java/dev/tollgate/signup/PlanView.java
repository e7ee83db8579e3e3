package dev.tollgate.signup;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan on a pricing page.
 *
 * @param monthlyPriceCents in minor units; null where the price is agreed on in person
 * @param annualPriceCents for a whole year; null where the plan is not sold by the year
 * @param perSeat whether the prices are those of one seat, so that as many are bought as are needed
 * @param maxSeats null is unlimited
 * @param limits by meter; null is unlimited
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record PlanView(
    String plan,
    String displayName,
    String description,
    @Nullable Long monthlyPriceCents,
    @Nullable Long annualPriceCents,
    boolean perSeat,
    String currency,
    @Nullable Long maxSeats,
    Map<String, @Nullable Long> limits,
    Map<String, Boolean> features,
    int sortOrder,
    boolean isPublic,
    boolean recommended) {

  static PlanView of(Plan plan, Edition edition) {
    return new PlanView(
        plan.key(),
        plan.displayName(),
        plan.description(),
        Wire.monthly(plan.price()),
        Wire.annual(plan.price()),
        plan.isSoldBySeat(),
        edition.currency(),
        Wire.number(plan.seats()),
        Wire.limits(plan.limits()),
        plan.features(),
        plan.sortOrder(),
        plan.isPublic(),
        plan.recommended());
  }
}
