package dev.tollgate.core.editions;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one deployment sells and by which rules, as its file gives it. Nothing may ask for its
 * key to decide anything: what differs between editions is a value in here.
 *
 * @param key names it to people and in the public configuration
 * @param currency ISO 4217, of every price in it
 * @param operationTypes what can be executed, where {@link Module#OPERATIONS} is on; else empty
 * @param sending present exactly where {@link Module#SENDING} is on
 * @param usageBatching for how long usage may be gathered before it is written; zero for not at
 *     all. A limit holds all the same.
 */
public record Edition(
    String key,
    String displayName,
    String currency,
    SignUpPolicy signUp,
    VerificationPolicy verification,
    TrialPolicy trial,
    SessionPolicy sessions,
    RateLimits rateLimits,
    List<Plan> plans,
    Set<Module> modules,
    List<MeterPolicy> meters,
    List<Feature> features,
    BillingPolicy billing,
    KillSwitchPolicy killSwitch,
    Optional<SendingPolicy> sending,
    List<String> operationTypes,
    Duration usageBatching) {
  /** Throws {@link IllegalArgumentException}, naming everything that does not fit together. */
  public Edition {
    plans = List.copyOf(plans);
    meters = List.copyOf(meters);
    features = List.copyOf(features);
    operationTypes = List.copyOf(operationTypes);
    EnumSet<Module> ordered = EnumSet.noneOf(Module.class);
    ordered.addAll(modules);
    modules = Collections.unmodifiableSet(ordered);
    EditionRules.require(
        new EditionRules.Parts(
            key, currency, signUp, trial, plans, modules, meters, features, billing));
    operationTypes.forEach(type -> KeyShape.require("operation type", type));
    Lengths.requireNotNegative("usage batching", usageBatching);
    if (modules.contains(Module.SENDING) != sending.isPresent()) {
      throw new IllegalArgumentException("a sending policy goes with the module of that name");
    }
    if (modules.contains(Module.OPERATIONS) == operationTypes.isEmpty()) {
      throw new IllegalArgumentException("operation types go with the module of operations");
    }
  }

  /** Fails for a key of no plan: ask {@link #findPlan} when the key comes from outside. */
  public Plan plan(String key) {
    return findPlan(key).orElseThrow(() -> new NoSuchElementException("no plan " + key));
  }

  public Optional<Plan> findPlan(String key) {
    return plans.stream().filter(plan -> plan.key().equals(key)).findFirst();
  }

  /** What a subscription's state is computed by. */
  public SubscriptionTerms terms() {
    return new SubscriptionTerms(trial, billing.dunning());
  }

  /** Whether anything suspends a tenant over money, so that a payment has to be heard of. */
  public boolean suspendsOverPayments() {
    return killSwitch.failedPayments().isPresent()
        || billing.dunning().suspendAfter().isPresent()
        || (trial instanceof TrialPolicy.Trial rules
            && rules.afterwards() instanceof TrialEnd.ChargeOnDay charge
            && charge.suspendOnFailure());
  }

  /** What a tenant without a trial begins with; entitled to it at once only if it is free. */
  public Plan startingPlan() {
    return plan(signUp.startingPlan());
  }

  /** What anonymous people may see: public and not archived, by sort order, then by key. */
  public List<Plan> plansOnOffer() {
    return plans.stream()
        .filter(Plan::isOnOffer)
        .sorted(Comparator.comparingInt(Plan::sortOrder).thenComparing(Plan::key))
        .toList();
  }

  /** Empty where this edition does not count it. */
  public Optional<MeterPolicy> findMeter(String key) {
    return meters.stream().filter(policy -> policy.meter().key().equals(key)).findFirst();
  }

  public boolean has(Module module) {
    return modules.contains(module);
  }
}
