package dev.tollgate.core.subscriptions;

import java.time.Instant;

/**
 * What the platform itself gives a tenant, whatever the payment provider says. It is written at
 * sign-up and by the platform owner, never by an event of the provider.
 */
public sealed interface Grant {
  String plan();

  Instant since();

  /**
   * The plan for a while. Nothing is written when its time is over.
   *
   * @param promised by the platform to this tenant, whatever its mailbox had before
   */
  record Trial(String plan, Instant since, Instant endsAt, boolean promised) implements Grant {
    /** The edition's own. */
    public Trial(String plan, Instant since, Instant endsAt) {
      this(plan, since, endsAt, false);
    }
  }

  /** The plan without payment through the provider: a free one, or one agreed between people. */
  record Given(String plan, Instant since) implements Grant {}

  /** The plan on paper only, until it is paid for. */
  record Unpaid(String plan, Instant since) implements Grant {}

  /** Everything the plan has, as a present. */
  record Complimentary(String plan, Instant since) implements Grant {}
}
