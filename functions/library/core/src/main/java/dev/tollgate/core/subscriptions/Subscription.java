package dev.tollgate.core.subscriptions;

import java.time.Instant;

/**
 * A tenant's plan and the state it is in. Expiry is computed from the clock and never written, so
 * nothing has to run for a trial to end.
 */
public sealed interface Subscription {
  /** The plan's key in the edition. */
  String plan();

  /** The status as the API spells it. */
  String status();

  /** May the tenant work now? The product's word is "live". */
  boolean isLive(Instant now);

  /**
   * The plan for a while, without payment. Starts at sign-up; ends by a checkout, or by itself when
   * its time is over.
   */
  record Trialing(String plan, Instant startedAt, Instant endsAt) implements Subscription {
    @Override
    public String status() {
      return "trialing";
    }

    /** Its last moment is before {@code endsAt}. */
    @Override
    public boolean isLive(Instant now) {
      return now.isBefore(endsAt);
    }
  }

  /** A plan that is free or paid for. Starts at sign-up without a trial, or by payment. */
  record Active(String plan, Instant startedAt) implements Subscription {
    @Override
    public String status() {
      return "active";
    }

    @Override
    public boolean isLive(Instant now) {
      return true;
    }
  }

  /** Everything the plan has, for nothing, until the platform owner ends it. Never revenue. */
  record Complimentary(String plan, Instant startedAt) implements Subscription {
    @Override
    public String status() {
      return "complimentary";
    }

    @Override
    public boolean isLive(Instant now) {
      return true;
    }
  }

  /** A plan that costs something and was never paid for. Starts at sign-up; ends by payment. */
  record Incomplete(String plan, Instant startedAt) implements Subscription {
    @Override
    public String status() {
      return "incomplete";
    }

    @Override
    public boolean isLive(Instant now) {
      return false;
    }
  }
}
