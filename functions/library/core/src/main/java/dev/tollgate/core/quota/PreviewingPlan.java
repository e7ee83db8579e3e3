package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.entitlements.LimitRight;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a tenant would have under other circumstances, held against what it uses now. */
public final class PreviewingPlan {
  private final Edition edition;
  private final PlanCatalogue catalogue;
  private final Meters meters;
  private final Time time;

  public PreviewingPlan(Edition edition, PlanCatalogue catalogue, Meters meters, Time time) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.meters = meters;
    this.time = time;
  }

  /**
   * What follows.
   *
   * @param trialEndsAt empty where it is not a trial that ends
   * @param readOnlyFrom empty where work goes on
   * @param meters one for every meter, in the edition's order
   * @param featuresLost had before and not afterwards
   */
  public record Preview(
      Optional<Instant> trialEndsAt,
      String planAfter,
      String statusAfter,
      Optional<Instant> readOnlyFrom,
      List<Level> meters,
      List<String> featuresLost) {
    public Preview {
      meters = List.copyOf(meters);
      featuresLost = List.copyOf(featuresLost);
    }
  }

  /**
   * @param over whether what a level counts could only be read and given back; never of a counter,
   *     which begins anew
   */
  public record Level(LimitRight right, long used, boolean over) {}

  /** What follows the trial, or followed it; empty where there is none. One read. */
  public Optional<Preview> trialEnd(Tenancy tenancy) {
    Instant now = time.now(tenancy.account().id());
    if (tenancy.enrollment().at(now, edition.terms()) instanceof Subscription.Trialing trial
        && trial.contract().isPresent()) {
      return Optional.of(paid(tenancy, trial, now));
    }
    return tenancy
        .enrollment()
        .ownTrial(edition.terms())
        .map(trial -> afterOwnTrial(tenancy, trial));
  }

  /** What the plan would give; empty where there is no such plan. One read. */
  public Optional<Preview> plan(Tenancy tenancy, String key) {
    Instant now = time.now(tenancy.account().id());
    return catalogue
        .find(key)
        .map(ListedPlan::plan)
        .filter(plan -> !plan.archived())
        .map(
            plan -> {
              Enrollment there = begun(tenancy, new Grant.Given(plan.key(), now));
              Entitlements after = entitlements(tenancy, there, plan, now);
              Entitlements before = entitlements(tenancy, tenancy.enrollment(), now);
              return preview(
                  tenancy, Optional.empty(), before, after, after.subscription(), Optional.empty());
            });
  }

  /** The provider charges for what is tried. */
  private Preview paid(Tenancy tenancy, Subscription.Trialing trial, Instant now) {
    Entitlements same = entitlements(tenancy, tenancy.enrollment(), now);
    return preview(
        tenancy,
        Optional.of(trial.endsAt()),
        same,
        same,
        new Subscription.Active(trial.plan(), trial.endsAt(), trial.contract()),
        Optional.empty());
  }

  private Preview afterOwnTrial(Tenancy tenancy, Grant.Trial trial) {
    Instant end = trial.endsAt();
    Entitlements before = entitlements(tenancy, tenancy.enrollment(), end.minusNanos(1));
    Entitlements after = entitlements(tenancy, tenancy.enrollment(), end);
    boolean charged =
        edition.trial() instanceof TrialPolicy.Trial policy
            && policy.afterwards() instanceof TrialEnd.ChargeOnDay;
    if (charged) {
      Subscription bought = new Subscription.Active(trial.plan(), end, Optional.empty());
      return preview(tenancy, Optional.of(end), before, after, bought, Optional.empty());
    }
    Optional<Instant> readOnly =
        after.subscription() instanceof Subscription.Trialing over
            ? Optional.of(over.liveUntil())
            : Optional.empty();
    return preview(tenancy, Optional.of(end), before, after, after.subscription(), readOnly);
  }

  private Preview preview(
      Tenancy tenancy,
      Optional<Instant> trialEnd,
      Entitlements before,
      Entitlements after,
      Subscription subscription,
      Optional<Instant> readOnly) {
    return new Preview(
        trialEnd,
        subscription.plan(),
        subscription.status(),
        readOnly,
        levels(tenancy, after),
        before.features().keySet().stream()
            .filter(feature -> before.has(feature) && !after.has(feature))
            .toList());
  }

  /** What is used is that of now, whatever is previewed. */
  private List<Level> levels(Tenancy tenancy, Entitlements after) {
    Instant now = time.now(tenancy.account().id());
    Subscription current = tenancy.enrollment().at(now, edition.terms());
    List<Slot> slots =
        edition.meters().stream()
            .map(policy -> Slots.of(policy, tenancy.account().zone(), current, now))
            .toList();
    Map<Meter, Long> used = meters.used(tenancy.account().id(), slots);
    return slots.stream()
        .flatMap(
            slot ->
                Optional.ofNullable(after.limits().get(slot.meter())).stream()
                    .map(right -> new MeterState(right, slot, used.getOrDefault(slot.meter(), 0L))))
        .map(PreviewingPlan::level)
        .toList();
  }

  private static Level level(MeterState then) {
    boolean stays = then.right().policy().kind() instanceof MeterKind.Gauge;
    return new Level(then.right(), then.used(), stays && then.isReadOnly());
  }

  private static Enrollment begun(Tenancy tenancy, Grant grant) {
    return Enrollment.begun(tenancy.account().id(), grant);
  }

  private Entitlements entitlements(Tenancy tenancy, Enrollment enrollment, Instant at) {
    String key = enrollment.at(at, edition.terms()).plan();
    Plan plan =
        catalogue
            .find(key)
            .map(ListedPlan::plan)
            .orElseThrow(() -> new Unavailable("the catalogue lacks a plan that is in force"));
    return entitlements(tenancy, enrollment, plan, at);
  }

  private Entitlements entitlements(Tenancy tenancy, Enrollment enrollment, Plan plan, Instant at) {
    return Entitlements.of(tenancy.account(), enrollment, tenancy.overrides(), plan, edition, at);
  }
}
