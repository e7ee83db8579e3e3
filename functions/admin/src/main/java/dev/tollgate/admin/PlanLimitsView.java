package dev.tollgate.admin;

import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All plans, archived ones too; always all of them. */
@Serdeable(naming = SnakeCaseStrategy.class)
record PlanLimitsView(List<PlanView> items, @Nullable String nextCursor) {

  static PlanLimitsView of(List<ListedPlan> plans, String currency) {
    return new PlanLimitsView(
        plans.stream().map(listed -> PlanView.of(listed, currency)).toList(), null);
  }

  /**
   * A plan as it is sold.
   *
   * @param monthlyPriceCents 0 where it is free; null where the price is agreed on in person
   * @param annualPriceCents for a whole year; null where the plan is not sold by the year
   * @param limits by meter; null is unlimited
   * @param providerPrices which of the provider's prices stand for it; a sync finds them
   * @param version hand it in with an edit
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record PlanView(
      String plan,
      String displayName,
      String description,
      @Nullable Long monthlyPriceCents,
      @Nullable Long annualPriceCents,
      String currency,
      boolean perSeat,
      Map<String, @Nullable Long> limits,
      Map<String, Boolean> features,
      int sortOrder,
      boolean isPublic,
      boolean archived,
      boolean recommended,
      MatchedPrices providerPrices,
      long version) {

    static PlanView of(ListedPlan listed, String currency) {
      Plan plan = listed.plan();
      return new PlanView(
          plan.key(),
          plan.displayName(),
          plan.description(),
          Wire.monthly(plan.price()),
          Wire.annual(plan.price()),
          currency,
          plan.isSoldBySeat(),
          Wire.limits(plan.limits()),
          plan.features(),
          plan.sortOrder(),
          plan.isPublic(),
          plan.archived(),
          plan.recommended(),
          MatchedPrices.of(listed.prices()),
          listed.version());
    }
  }

  /**
   * The provider's ids.
   *
   * @param monthly null where none is matched
   * @param annual null where none is matched
   * @param overage by meter
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record MatchedPrices(
      @Nullable String monthly, @Nullable String annual, Map<String, String> overage) {
    static MatchedPrices of(ProviderPrices prices) {
      Map<String, String> overage = new TreeMap<>();
      prices.overage().forEach((meter, id) -> overage.put(meter.key(), id));
      return new MatchedPrices(
          prices.monthly().orElse(null), prices.annual().orElse(null), overage);
    }
  }
}
