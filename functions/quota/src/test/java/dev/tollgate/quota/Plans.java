package dev.tollgate.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.editions.EditionFiles;
import java.util.List;
import java.util.Set;

/** The edition's plans, less those that got lost. */
final class Plans implements PlanCatalogue {
  private final Edition edition;

  Set<String> lost = Set.of();

  Plans(String edition) {
    this.edition = EditionFiles.load(edition);
  }

  @Override
  public List<ListedPlan> all() {
    return edition.plans().stream()
        .filter(plan -> !lost.contains(plan.key()))
        .map(plan -> new ListedPlan(plan, ProviderPrices.NONE, 1))
        .toList();
  }

  @Override
  public boolean replace(ListedPlan changed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void invalidate() {}
}
