package dev.tollgate.core.entitlements;

import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.SubscriptionTerms;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Instant;
import java.util.Optional;

/** Says where a right comes from and what will change it. */
final class Reasons {
  private Reasons() {}

  static Why ofOverride(Granted<?> granted, Plan plan) {
    return new Why(
        Source.OVERRIDE,
        plan.key(),
        granted.since(),
        Optional.of(granted.reason()),
        granted
            .until()
            .map(end -> new Next(end, Next.Change.OVERRIDE_ENDS, Optional.of(plan.key()))));
  }

  static Why ofPlan(Subscription subscription, SubscriptionTerms terms) {
    return switch (subscription) {
      case Subscription.Trialing trial ->
          why(
              Source.TRIAL,
              trial,
              trial.startedAt(),
              Optional.of(afterTrial(trial, terms.trial())));
      case Subscription.Complimentary gift ->
          why(Source.COMPLIMENTARY, gift, gift.startedAt(), Optional.empty());
      case Subscription.Active active ->
          why(Source.PLAN, active, active.startedAt(), cancellation(active));
      case Subscription.PastDue late ->
          why(
              Source.PLAN,
              late,
              late.owed().startedAt(),
              Optional.of(new Next(late.liveUntil(), Next.Change.ACCESS_ENDS, Optional.empty())));
      case Subscription.Unpaid unpaid ->
          why(Source.PLAN, unpaid, unpaid.owed().startedAt(), Optional.empty());
      case Subscription.Paused paused ->
          why(Source.PLAN, paused, paused.waiting().startedAt(), Optional.empty());
      case Subscription.Canceled canceled ->
          why(Source.PLAN, canceled, canceled.last().startedAt(), Optional.empty());
      case Subscription.Incomplete incomplete ->
          why(Source.PLAN, incomplete, incomplete.startedAt(), Optional.empty());
    };
  }

  private static Why why(
      Source source, Subscription subscription, Instant since, Optional<Next> next) {
    return new Why(source, subscription.plan(), since, Optional.empty(), next);
  }

  private static Optional<Next> cancellation(Subscription subscription) {
    return subscription
        .contract()
        .flatMap(Contract::cancelsAt)
        .map(end -> new Next(end, Next.Change.SUBSCRIPTION_ENDS, Optional.empty()));
  }

  private static Next afterTrial(Subscription.Trialing trial, TrialPolicy policy) {
    if (trial.contract().isPresent()) {
      return new Next(trial.endsAt(), Next.Change.PAYMENT_DUE, Optional.of(trial.plan()));
    }
    return policy instanceof TrialPolicy.Trial rules
            && rules.afterwards() instanceof TrialEnd.FreeTier(String free)
        ? new Next(trial.endsAt(), Next.Change.PLAN_CHANGES, Optional.of(free))
        : new Next(trial.liveUntil(), Next.Change.ACCESS_ENDS, Optional.empty());
  }
}
