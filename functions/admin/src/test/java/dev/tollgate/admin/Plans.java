package dev.tollgate.admin;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.editions.EditionFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edition's plans in a store of versions, each with a monthly price at the provider. */
final class Plans implements PlanCatalogue {
  private final List<ListedPlan> plans = new ArrayList<>();

  int invalidated;

  /** Whether somebody else is always faster between a read and a write. */
  boolean contended;

  Plans(String edition) {
    Edition loaded = EditionFiles.load(edition);
    loaded
        .plans()
        .forEach(
            plan ->
                plans.add(
                    new ListedPlan(
                        plan,
                        new ProviderPrices(
                            Optional.of("price_" + plan.key()), Optional.empty(), Map.of()),
                        1)));
  }

  @Override
  public List<ListedPlan> all() {
    return List.copyOf(plans);
  }

  @Override
  public boolean replace(ListedPlan changed) {
    return !contended && swap(changed);
  }

  private boolean swap(ListedPlan changed) {
    for (int i = 0; i < plans.size(); i++) {
      ListedPlan there = plans.get(i);
      if (there.plan().key().equals(changed.plan().key()) && there.version() == changed.version()) {
        plans.set(i, new ListedPlan(changed.plan(), changed.prices(), changed.version() + 1));
        return true;
      }
    }
    return false;
  }

  @Override
  public void invalidate() {
    invalidated++;
  }

  ListedPlan plan(String key) {
    return find(key).orElseThrow();
  }
}
