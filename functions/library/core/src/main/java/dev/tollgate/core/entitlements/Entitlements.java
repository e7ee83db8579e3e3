package dev.tollgate.core.entitlements;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Feature;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a tenant may do at a moment, each with its reason.
 *
 * @param plan as the catalogue lists the subscription's plan
 * @param limits one for every meter of the edition, in its order
 * @param features one for every feature of the edition, by key, in its order
 */
public record Entitlements(
    Account account,
    Subscription subscription,
    Plan plan,
    Map<Meter, LimitRight> limits,
    Map<String, FeatureRight> features,
    Instant at) {

  public Entitlements {
    limits = Collections.unmodifiableMap(limits);
    features = Collections.unmodifiableMap(features);
  }

  /**
   * @param plan of the subscription at that moment, from the catalogue
   */
  public static Entitlements of(
      Account account,
      Enrollment enrollment,
      Overrides overrides,
      Plan plan,
      Edition edition,
      Instant now) {
    Subscription subscription = enrollment.at(now, edition.terms());
    Why why = Reasons.ofPlan(subscription, edition.terms());
    Map<Meter, LimitRight> limits = new LinkedHashMap<>();
    for (MeterPolicy policy : edition.meters()) {
      limits.put(policy.meter(), limit(policy, subscription, plan, overrides, why, now));
    }
    Map<String, FeatureRight> features = new LinkedHashMap<>();
    for (Feature feature : edition.features()) {
      features.put(
          feature.key(),
          overrides
              .feature(feature.key(), now)
              .map(granted -> new FeatureRight(granted.value(), Reasons.ofOverride(granted, plan)))
              .orElseGet(() -> new FeatureRight(plan.has(feature.key()), why)));
    }
    return new Entitlements(account, subscription, plan, limits, features, now);
  }

  /** Whether the tenant may work at all. */
  public boolean isLive() {
    return subscription.isLive(at);
  }

  /** Fails for what the edition does not count. */
  public LimitRight limit(Meter meter) {
    return Optional.ofNullable(limits.get(meter))
        .orElseThrow(() -> new IllegalArgumentException("not a meter: " + meter.key()));
  }

  /** Nobody has what the edition does not declare. */
  public boolean has(String feature) {
    return Optional.ofNullable(features.get(feature)).map(FeatureRight::enabled).orElse(false);
  }

  private static LimitRight limit(
      MeterPolicy policy,
      Subscription subscription,
      Plan plan,
      Overrides overrides,
      Why why,
      Instant now) {
    Enforcement enforcement = enforcement(policy, subscription);
    return overrides
        .limit(policy.meter(), now)
        .map(
            granted ->
                new LimitRight(
                    policy, granted.value(), enforcement, Reasons.ofOverride(granted, plan)))
        .or(
            () ->
                seats(policy.meter(), subscription, plan)
                    .map(
                        seats ->
                            new LimitRight(policy, seats, enforcement, why.with(Source.SEATS))))
        .orElseGet(() -> new LimitRight(policy, plan.limit(policy.meter()), enforcement, why));
  }

  /** People are limited by the seats that are paid for, where the price is a seat's. */
  private static Optional<Limit> seats(Meter meter, Subscription subscription, Plan plan) {
    return meter.equals(Meter.USERS) && plan.isSoldBySeat()
        ? subscription
            .contract()
            .filter(Contract::isRunning)
            .map(contract -> new Limit.AtMost(contract.seats()))
        : Optional.empty();
  }

  /** Nobody can be billed for more without a contract that is paid by now. */
  private static Enforcement enforcement(MeterPolicy policy, Subscription subscription) {
    if (policy.enforcement() != Enforcement.OVERAGE) {
      return policy.enforcement();
    }
    return switch (subscription) {
      case Subscription.Active active when active.contract().isPresent() -> Enforcement.OVERAGE;
      case Subscription.PastDue _ -> Enforcement.OVERAGE;
      case Subscription.Active _,
          Subscription.Trialing _,
          Subscription.Unpaid _,
          Subscription.Paused _,
          Subscription.Canceled _,
          Subscription.Incomplete _,
          Subscription.Complimentary _ ->
          Enforcement.HARD;
    };
  }
}
