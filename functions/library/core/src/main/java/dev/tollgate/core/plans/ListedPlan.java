package dev.tollgate.core.plans;

import dev.tollgate.core.editions.Plan;

/**
 * A plan of the catalogue.
 *
 * @param prices of the payment provider; empty before plans and prices were matched
 * @param version goes up by one with every change
 */
public record ListedPlan(Plan plan, ProviderPrices prices, long version) {
  public ListedPlan with(ProviderPrices matched) {
    return new ListedPlan(plan, matched, version);
  }

  public ListedPlan with(Plan changed) {
    return new ListedPlan(changed, prices, version);
  }
}
