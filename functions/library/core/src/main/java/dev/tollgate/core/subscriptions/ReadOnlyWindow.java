package dev.tollgate.core.subscriptions;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * For how long what is there can still be read when a subscription is no longer live.
 *
 * @param trial says so itself of a trial that we gave
 * @param length of everything else; zero for not at all
 */
public record ReadOnlyWindow(TrialPolicy trial, Duration length) {
  public static ReadOnlyWindow of(Edition edition) {
    return new ReadOnlyWindow(edition.trial(), edition.billing().readOnlyWindow());
  }

  /** Whether what a tenant has made so far may be read; its first moment out is the end. */
  public boolean isOpen(Subscription subscription, Instant now) {
    if (subscription.isLive(now)) {
      return true;
    }
    if (subscription instanceof Subscription.Trialing over
        && over.contract().isEmpty()
        && trial instanceof TrialPolicy.Trial policy) {
      return isOpen(over, policy.afterwards(), now);
    }
    return now.isBefore(ended(subscription).plus(length));
  }

  /** A lock is read-only and stays so; a wall hides everything after a while of its own. */
  private boolean isOpen(Subscription.Trialing over, TrialEnd end, Instant now) {
    return switch (end) {
      case TrialEnd.ReadOnlyLock _ -> true;
      case TrialEnd.ComputedWall(Duration window) -> now.isBefore(over.liveUntil().plus(window));
      case TrialEnd.FreeTier _, TrialEnd.ChargeOnDay _ ->
          now.isBefore(over.liveUntil().plus(length));
    };
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
      case Subscription.PastDue late -> late.liveUntil();
      case Subscription.Active _, Subscription.Complimentary _ ->
          throw new IllegalStateException("a live subscription has not ended");
    };
  }
}
