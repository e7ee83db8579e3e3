package dev.tollgate.core.subscriptions;

import java.time.Instant;
import java.util.Optional;

/**
 * A tenant's plan and the state it is in, a type for each state. It is computed from an {@link
 * Enrollment} at a moment; a method exists only on the states it may start from.
 */
public sealed interface Subscription {
  /** The plan's key in the catalogue. */
  String plan();

  /** The status as the API spells it. */
  String status();

  /** May the tenant work now? The product's word is "live". */
  boolean isLive(Instant now);

  /** What the payment provider has to say about it, where it has. */
  default Optional<Contract> contract() {
    return Optional.empty();
  }

  /** Becomes a present of the platform owner, from whatever it was. */
  default Grant.Complimentary giveAway(String plan, Instant now) {
    return new Grant.Complimentary(plan, now);
  }

  /**
   * The plan for a while, without payment or before the first one. Starts at sign-up or by a
   * checkout that carries the trial over; ends by payment, or by itself when its time is over.
   *
   * @param liveUntil later than {@code endsAt} where the edition gives grace
   */
  record Trialing(
      String plan,
      Instant startedAt,
      Instant endsAt,
      Instant liveUntil,
      Optional<Contract> contract)
      implements Subscription {
    @Override
    public String status() {
      return "trialing";
    }

    /** Its last moment is before {@code liveUntil}. */
    @Override
    public boolean isLive(Instant now) {
      return now.isBefore(liveUntil);
    }

    /** Only of a trial that we gave, which the platform now promises. It is never shortened. */
    public Grant.Trial extendedTo(Instant later) {
      return new Grant.Trial(plan, startedAt, later.isAfter(endsAt) ? later : endsAt, true);
    }

    /** Chooses what costs nothing before the time is over. */
    public Grant.Given settleFor(String freePlan, Instant now) {
      return new Grant.Given(freePlan, now);
    }
  }

  /**
   * A plan that is free, agreed between people, or paid for by contract. Starts at sign-up, after a
   * trial or by payment; ends by cancellation or a renewal that fails.
   */
  record Active(String plan, Instant startedAt, Optional<Contract> contract)
      implements Subscription {
    @Override
    public String status() {
      return "active";
    }

    @Override
    public boolean isLive(Instant now) {
      return true;
    }
  }

  /**
   * A renewal was not paid and the provider tries again; everything goes on for the edition's
   * grace, then all is read-only. Ends by payment (active) or when the provider gives up (canceled
   * or unpaid).
   *
   * @param liveUntil the end of the grace
   */
  record PastDue(String plan, Contract owed, Instant liveUntil) implements Subscription {
    @Override
    public String status() {
      return "past_due";
    }

    /** Its last moment is before {@code liveUntil}. */
    @Override
    public boolean isLive(Instant now) {
      return now.isBefore(liveUntil);
    }

    @Override
    public Optional<Contract> contract() {
      return Optional.of(owed);
    }
  }

  /** The provider stopped trying. Nothing works until somebody pays or cancels. */
  record Unpaid(String plan, Contract owed) implements Subscription {
    @Override
    public String status() {
      return "unpaid";
    }

    @Override
    public boolean isLive(Instant now) {
      return false;
    }

    @Override
    public Optional<Contract> contract() {
      return Optional.of(owed);
    }
  }

  /** A trial at the provider ended without a way to pay. Nothing works until it is resumed. */
  record Paused(String plan, Contract waiting) implements Subscription {
    @Override
    public String status() {
      return "paused";
    }

    @Override
    public boolean isLive(Instant now) {
      return false;
    }

    @Override
    public Optional<Contract> contract() {
      return Optional.of(waiting);
    }
  }

  /** A contract that is over. Ends by a new checkout, or by settling for a free plan. */
  record Canceled(String plan, Contract last, Instant endedAt) implements Subscription {
    @Override
    public String status() {
      return "canceled";
    }

    @Override
    public boolean isLive(Instant now) {
      return false;
    }

    @Override
    public Optional<Contract> contract() {
      return Optional.of(last);
    }

    /** Comes back without paying. */
    public Grant.Given settleFor(String freePlan, Instant now) {
      return new Grant.Given(freePlan, now);
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

    /** Takes what costs nothing instead. */
    public Grant.Given settleFor(String freePlan, Instant now) {
      return new Grant.Given(freePlan, now);
    }
  }

  /**
   * Everything the plan has, for nothing, until the platform owner ends it. Never revenue. A
   * contract that runs beside it comes first for as long as it runs.
   */
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
}
