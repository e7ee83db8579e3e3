package dev.tollgate.core.editions;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold between the parts of an edition, each rule a method that tells every breach. */
final class EditionRules {
  /** The parts that speak of each other. */
  record Parts(
      String key,
      String currency,
      SignUpPolicy signUp,
      TrialPolicy trial,
      List<Plan> plans,
      Set<Module> modules,
      List<MeterPolicy> meters,
      List<Feature> features,
      BillingPolicy billing) {}

  private final Parts edition;
  private final List<String> breaches = new ArrayList<>();

  private EditionRules(Parts edition) {
    this.edition = edition;
  }

  static void require(Parts edition) {
    KeyShape.require("edition", edition.key());
    EditionRules rules = new EditionRules(edition);
    rules.currencyExists();
    rules.namesAreGivenOnce();
    rules.everyPlanStatesEveryLimitAndFeature();
    rules.plansThatAreNamedExist();
    rules.modulesHaveTheirMeters();
    rules.whatIsFreeIsNeverBilled();
    rules.callsAreCountedInPeriodsAndNeverBilled();
    if (!rules.breaches.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", rules.breaches));
    }
  }

  private void currencyExists() {
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(each -> each.getCurrencyCode().equals(edition.currency()));
    check(known, "no currency " + edition.currency());
  }

  private void namesAreGivenOnce() {
    check(isDistinct(edition.plans().stream().map(Plan::key).toList()), "a plan is named twice");
    check(
        isDistinct(edition.meters().stream().map(MeterPolicy::meter).toList()),
        "a meter is declared twice");
    check(
        isDistinct(edition.features().stream().map(Feature::key).toList()),
        "a feature is declared twice");
    check(!edition.plans().isEmpty(), "there is no plan");
    check(
        edition.plans().stream().filter(Plan::recommended).count() <= 1,
        "more than one plan is recommended");
  }

  private void everyPlanStatesEveryLimitAndFeature() {
    Set<Meter> meters =
        edition.meters().stream().map(MeterPolicy::meter).collect(Collectors.toSet());
    Set<String> features =
        edition.features().stream().map(Feature::key).collect(Collectors.toSet());
    for (Plan plan : edition.plans()) {
      check(plan.limits().keySet().equals(meters), plan.key() + " has other limits than meters");
      check(plan.features().keySet().equals(features), plan.key() + " has other features");
    }
  }

  private void plansThatAreNamedExist() {
    checkKnown("starting plan", edition.signUp().startingPlan());
    if (edition.trial() instanceof TrialPolicy.Trial trial) {
      checkKnown("plan of the trial", trial.plan());
      if (trial.afterwards() instanceof TrialEnd.FreeTier(String plan)) {
        checkFree("plan after the trial", plan);
      }
    }
    checkKnown("complimentary plan", edition.billing().complimentaryPlan());
    edition.billing().proPlans().forEach(plan -> checkKnown("pro plan", plan));
  }

  private void modulesHaveTheirMeters() {
    for (Module module : edition.modules()) {
      for (Meter meter : module.meters()) {
        check(
            edition.meters().stream().anyMatch(policy -> policy.meter().equals(meter)),
            module + " counts " + meter.key() + ", which is not declared");
      }
    }
  }

  private void whatIsFreeIsNeverBilled() {
    boolean overage =
        edition.meters().stream().anyMatch(each -> each.enforcement() == Enforcement.OVERAGE);
    check(
        !overage || edition.plans().stream().noneMatch(Plan::isFree),
        "a free plan has no card to bill overage to");
  }

  /** They are counted in blocks, for which there must be one end and cannot be a price each. */
  private void callsAreCountedInPeriodsAndNeverBilled() {
    for (MeterPolicy policy : edition.meters()) {
      if (policy.meter().equals(Meter.API_CALLS)) {
        check(
            policy.kind() instanceof MeterKind.Counter(var period)
                && period != Period.ROLLING_24_HOURS,
            "calls are counted by day or month");
        check(policy.enforcement() != Enforcement.OVERAGE, "calls are never billed");
      }
    }
  }

  private void checkKnown(String what, String plan) {
    check(hasPlan(plan), what + " " + plan + " is not a plan");
  }

  private void checkFree(String what, String plan) {
    checkKnown(what, plan);
    check(
        edition.plans().stream().allMatch(each -> !each.key().equals(plan) || each.isFree()),
        what + " " + plan + " is not free");
  }

  private boolean hasPlan(String key) {
    return edition.plans().stream().anyMatch(plan -> plan.key().equals(key));
  }

  private void check(boolean holds, String breach) {
    if (!holds) {
      breaches.add(breach);
    }
  }

  private static boolean isDistinct(List<?> all) {
    return new HashSet<>(all).size() == all.size();
  }
}
