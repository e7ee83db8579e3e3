package dev.tollgate.core.plans;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's ids of the prices that stand for a plan.
 *
 * @param overage the price of what is used beyond the plan, by meter; it goes with either interval
 */
public record ProviderPrices(
    Optional<String> monthly, Optional<String> annual, Map<Meter, String> overage) {
  public static final ProviderPrices NONE =
      new ProviderPrices(Optional.empty(), Optional.empty(), Map.of());

  public ProviderPrices {
    overage = Map.copyOf(overage);
  }

  public Optional<String> of(BillingInterval interval) {
    return switch (interval) {
      case MONTHLY -> monthly;
      case ANNUAL -> annual;
    };
  }
}
