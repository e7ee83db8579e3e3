package dev.tollgate.core.billing;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which of the provider's prices stand for which plan: by lookup key, else by the
 * product's exact name. A price of another amount is reported, never taken. What is missing can be
 * made.
 */
public final class SyncingPlans {
  private final PlanCatalogue catalogue;
  private final ProviderCustomers provider;
  private final ProviderCatalogue theirs;
  private final PriceSpecs specs;

  public SyncingPlans(
      Edition edition,
      PlanCatalogue catalogue,
      ProviderCustomers provider,
      ProviderCatalogue theirs) {
    this.catalogue = catalogue;
    this.provider = provider;
    this.theirs = theirs;
    this.specs = new PriceSpecs(edition);
  }

  /**
   * @param dryRun reports and changes nothing, here or there
   * @param createMissing makes what the provider lacks, and a new price where the amount differs
   */
  public Outcome sync(boolean dryRun, boolean createMissing) {
    if (!provider.isConfigured()) {
      return new NotConfigured();
    }
    catalogue.invalidate();
    List<ProviderCatalogue.Product> products = theirs.products();
    List<Line> lines = new ArrayList<>();
    for (ListedPlan listed : catalogue.all()) {
      lines.addAll(sync(listed, products, dryRun, createMissing));
    }
    return new Synced(lines);
  }

  private List<Line> sync(
      ListedPlan listed,
      List<ProviderCatalogue.Product> products,
      boolean dryRun,
      boolean createMissing) {
    Plan plan = listed.plan();
    PriceMatch matching = new PriceMatch(theirs, products, plan, !dryRun && createMissing);
    Map<BillingInterval, String> own = new HashMap<>();
    Map<Meter, String> overage = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (ProviderCatalogue.PriceSpec spec : specs.own(plan)) {
      Line line = matching.find(spec);
      lines.add(line);
      line.price().ifPresent(id -> own.put(spec.interval(), id));
    }
    for (MeterPolicy policy : specs.overage(plan)) {
      Line line = overage(matching, plan, policy, !dryRun && createMissing);
      lines.add(line);
      line.price().ifPresent(id -> overage.put(policy.meter(), id));
    }
    ProviderPrices prices =
        new ProviderPrices(
            Optional.ofNullable(own.get(BillingInterval.MONTHLY)),
            Optional.ofNullable(own.get(BillingInterval.ANNUAL)),
            overage);
    if (!dryRun && !prices.equals(listed.prices())) {
      // Lost to somebody who edited the plan just now: their next sync finds it.
      catalogue.replace(listed.with(prices));
    }
    return lines;
  }

  private Line overage(PriceMatch matching, Plan plan, MeterPolicy policy, boolean create) {
    String event = specs.eventName(policy);
    Optional<String> meter = theirs.findMeter(event);
    if (meter.isEmpty() && create) {
      meter =
          Optional.of(
              theirs.createMeter(policy.meter(), policy.displayName(), event, "meter-" + event));
    }
    ProviderCatalogue.PriceSpec spec = specs.overage(plan, policy, meter.orElse(""));
    return meter.isEmpty()
        ? new Line(plan.key(), spec.lookupKey(), Match.MISSING, Optional.empty())
        : matching.find(spec);
  }

  /** How one price of a plan was found. */
  public enum Match {
    BY_LOOKUP_KEY,
    BY_NAME,
    CREATED,
    /** There is one of another amount, currency or kind; it is not taken. */
    DIFFERS,
    /** More than one would do; it takes a lookup key to tell which. */
    AMBIGUOUS,
    MISSING
  }

  /**
   * @param price the provider's id, where one was found or made
   */
  public record Line(String plan, String lookupKey, Match match, Optional<String> price) {}

  /** What the platform owner hears. */
  public sealed interface Outcome {}

  public record Synced(List<Line> lines) implements Outcome {}

  public record NotConfigured() implements Outcome {}
}
