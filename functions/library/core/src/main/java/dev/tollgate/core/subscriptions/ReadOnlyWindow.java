package dev.tollgate.core.subscriptions;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long what is there can still be read when a subscription is no longer live.
 *
 * @param length zero for not at all
 */
public record ReadOnlyWindow(Duration length) {
  /** Whether what a tenant has made so far may be read; its first moment out is the end. */
  public boolean isOpen(Subscription subscription, Instant now) {
    return subscription.isLive(now) || now.isBefore(ended(subscription).plus(length));
  }

  /**
   * When it stopped being live. Where that moment is not known it is when the access lasted at the
   * longest: the end of the period that a contract is in, for as long as the provider keeps it; the
   * end of the trial that was paused; the day on which a plan was begun that nobody ever paid for.
   */
  private static Instant ended(Subscription subscription) {
    return switch (subscription) {
      case Subscription.Trialing trial -> trial.liveUntil();
      case Subscription.Canceled canceled -> canceled.endedAt();
      case Subscription.Unpaid unpaid -> unpaid.owed().periodEnd();
      case Subscription.Paused paused ->
          paused.waiting().trialEnd().orElseGet(paused.waiting()::periodEnd);
      case Subscription.Incomplete incomplete -> incomplete.startedAt();
      case Subscription.Active _, Subscription.PastDue _, Subscription.Complimentary _ ->
          throw new IllegalStateException("a live subscription has not ended");
    };
  }
}
