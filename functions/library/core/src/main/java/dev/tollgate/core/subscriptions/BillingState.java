package dev.tollgate.core.subscriptions;

import dev.tollgate.core.editions.BillingPolicy;
import dev.tollgate.core.editions.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the API tells of a subscription, in the product's words.
 *
 * @param periodStart of the trial or the paid period; where neither is, since when the plan runs
 * @param seatLimit seats that are paid for, that the plan has, or that were granted; empty for
 *     unlimited
 * @param live active, complimentary, past_due, or trialing with time left
 * @param paid on a priced plan and active or past_due; never complimentary or trialing
 * @param proEntitlement live on a plan that counts as pro, or complimentary
 * @param trialDaysRemaining begun days of 24 hours, 0 once it is over; empty outside a trial
 */
public record BillingState(
    Subscription subscription,
    Instant periodStart,
    Optional<Instant> periodEnd,
    boolean cancelAtPeriodEnd,
    OptionalLong seatLimit,
    boolean live,
    boolean paid,
    boolean proEntitlement,
    OptionalLong trialDaysRemaining) {
  private static final Duration DAY = Duration.ofDays(1);

  public static BillingState of(
      Subscription subscription, Plan plan, BillingPolicy policy, Instant now) {
    boolean live = subscription.isLive(now);
    return new BillingState(
        subscription,
        periodStart(subscription),
        periodEnd(subscription),
        subscription
            .contract()
            .filter(contract -> contract.isRunning() && contract.cancelsAt().isPresent())
            .isPresent(),
        seats(subscription, plan),
        live,
        isPaid(subscription, plan),
        live
            && (subscription instanceof Subscription.Complimentary
                || policy.proPlans().contains(subscription.plan())),
        trialDays(subscription, now));
  }

  /** The same where another number of seats counts, as one that was granted to the tenant alone. */
  public BillingState seating(OptionalLong seats) {
    return new BillingState(
        subscription,
        periodStart,
        periodEnd,
        cancelAtPeriodEnd,
        seats,
        live,
        paid,
        proEntitlement,
        trialDaysRemaining);
  }

  private static boolean isPaid(Subscription subscription, Plan plan) {
    return switch (subscription) {
      case Subscription.Active _, Subscription.PastDue _ -> !plan.isFree();
      case Subscription.Trialing _,
          Subscription.Unpaid _,
          Subscription.Paused _,
          Subscription.Canceled _,
          Subscription.Incomplete _,
          Subscription.Complimentary _ ->
          false;
    };
  }

  private static Instant periodStart(Subscription subscription) {
    return switch (subscription) {
      case Subscription.Trialing trial -> trial.startedAt();
      case Subscription.Active active ->
          active.contract().map(Contract::periodStart).orElse(active.startedAt());
      case Subscription.PastDue late -> late.owed().periodStart();
      case Subscription.Unpaid unpaid -> unpaid.owed().periodStart();
      case Subscription.Paused paused -> paused.waiting().periodStart();
      case Subscription.Canceled over -> over.last().periodStart();
      case Subscription.Incomplete unpaid -> unpaid.startedAt();
      case Subscription.Complimentary gift -> gift.startedAt();
    };
  }

  private static Optional<Instant> periodEnd(Subscription subscription) {
    return switch (subscription) {
      case Subscription.Trialing trial -> Optional.of(trial.endsAt());
      case Subscription.Canceled over -> Optional.of(over.endedAt());
      case Subscription.Active _,
          Subscription.PastDue _,
          Subscription.Unpaid _,
          Subscription.Paused _,
          Subscription.Incomplete _,
          Subscription.Complimentary _ ->
          subscription.contract().map(Contract::periodEnd);
    };
  }

  /** Seats are bought one by one where the price is a seat's; elsewhere the plan has its number. */
  private static OptionalLong seats(Subscription subscription, Plan plan) {
    Optional<Contract> running = subscription.contract().filter(Contract::isRunning);
    if (running.isPresent() && plan.isSoldBySeat()) {
      return OptionalLong.of(running.get().seats());
    }
    return switch (plan.seats()) {
      case dev.tollgate.core.editions.Limit.Unlimited _ -> OptionalLong.empty();
      case dev.tollgate.core.editions.Limit.AtMost(long most) -> OptionalLong.of(most);
    };
  }

  private static OptionalLong trialDays(Subscription subscription, Instant now) {
    if (!(subscription instanceof Subscription.Trialing trial)) {
      return OptionalLong.empty();
    }
    long millis = Duration.between(now, trial.endsAt()).toMillis();
    return OptionalLong.of(millis <= 0 ? 0 : Math.ceilDiv(millis, DAY.toMillis()));
  }
}
