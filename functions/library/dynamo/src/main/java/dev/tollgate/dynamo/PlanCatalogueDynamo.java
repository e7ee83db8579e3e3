package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Feature;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stored catalogue. Whoever reads first puts in the plans of the edition's file that it lacks;
 * from then on what is stored counts, and the file only fills in what it declared since.
 */
final class PlanCatalogueDynamo implements PlanCatalogue {
  /** One to find what is missing, one to put it in, one for a seeder who was faster, and spare. */
  private static final int TRIES = 5;

  private final Table table;
  private final Edition edition;

  PlanCatalogueDynamo(Table table, Edition edition) {
    this.table = table;
    this.edition = edition;
  }

  @Override
  public List<ListedPlan> all() {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<ListedPlan> stored =
          table.query(PlanItem.PlanKey.CATALOGUE, PlanItem.PlanKey.PREFIX).stream()
              .map(PlanItem::read)
              .map(this::completed)
              .sorted(
                  Comparator.<ListedPlan>comparingInt(listed -> listed.plan().sortOrder())
                      .thenComparing(listed -> listed.plan().key()))
              .toList();
      List<Action> missing = missing(stored);
      if (missing.isEmpty()) {
        return stored;
      }
      // Refused where somebody else is putting them in; the next look shows what is left.
      Commit _ = table.write(missing);
    }
    throw new Unavailable("the catalogue kept moving");
  }

  private List<Action> missing(List<ListedPlan> stored) {
    Set<String> there =
        stored.stream().map(listed -> listed.plan().key()).collect(Collectors.toSet());
    return edition.plans().stream()
        .filter(plan -> !there.contains(plan.key()))
        .map(PlanItem::seed)
        .toList();
  }

  /**
   * What the edition declared after the plan was stored. A meter that no file gives a number for is
   * closed: absent would mean unlimited.
   */
  private ListedPlan completed(ListedPlan listed) {
    Plan plan = listed.plan();
    Optional<Plan> inFile = edition.findPlan(plan.key());
    Map<Meter, Limit> limits = new LinkedHashMap<>();
    for (MeterPolicy policy : edition.meters()) {
      Limit fallback = fallback(policy.meter(), plan, inFile);
      limits.put(policy.meter(), plan.limits().getOrDefault(policy.meter(), fallback));
    }
    plan.limits().forEach(limits::putIfAbsent);
    Map<String, Boolean> features = new LinkedHashMap<>();
    for (Feature feature : edition.features()) {
      boolean fallback = inFile.map(found -> found.has(feature.key())).orElse(false);
      features.put(feature.key(), plan.features().getOrDefault(feature.key(), fallback));
    }
    plan.features().forEach(features::putIfAbsent);
    return listed.with(
        new Plan(
            plan.key(),
            plan.displayName(),
            plan.description(),
            plan.price(),
            plan.seats(),
            limits,
            features,
            plan.sortOrder(),
            plan.isPublic(),
            plan.archived(),
            plan.recommended()));
  }

  private static Limit fallback(Meter meter, Plan plan, Optional<Plan> inFile) {
    return meter.equals(Meter.USERS)
        ? plan.seats()
        : inFile.<Limit>map(found -> found.limit(meter)).orElse(new Limit.AtMost(0));
  }

  @Override
  public boolean replace(ListedPlan changed) {
    return table.write(List.of(PlanItem.replace(changed))) instanceof Commit.Done;
  }

  @Override
  public void invalidate() {
    // Every read asks the table.
  }
}
