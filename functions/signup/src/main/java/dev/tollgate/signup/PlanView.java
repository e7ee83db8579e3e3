package dev.tollgate.signup;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.LinkedHashMap;
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
    Map<String, @Nullable Long> limits = new LinkedHashMap<>();
    plan.limits().forEach((meter, limit) -> limits.put(meter.key(), number(limit)));
    return new PlanView(
        plan.key(),
        plan.displayName(),
        plan.description(),
        monthly(plan.price()),
        annual(plan.price()),
        plan.isSoldBySeat(),
        edition.currency(),
        number(plan.seats()),
        limits,
        plan.features(),
        plan.sortOrder(),
        plan.isPublic(),
        plan.recommended());
  }

  private static @Nullable Long monthly(Price price) {
    return switch (price) {
      case Price.Free _ -> Long.valueOf(0);
      case Price.Monthly monthly -> Long.valueOf(monthly.monthlyCents());
      case Price.ByAgreement _ -> null;
    };
  }

  private static @Nullable Long annual(Price price) {
    return price instanceof Price.Monthly monthly && monthly.annualCents().isPresent()
        ? monthly.annualCents().getAsLong()
        : null;
  }

  private static @Nullable Long number(Limit limit) {
    return switch (limit) {
      case Limit.Unlimited _ -> null;
      case Limit.AtMost most -> Long.valueOf(most.value());
    };
  }
}
