package dev.tollgate.core.billing;

import java.time.Instant;
import java.util.Optional;

/**
 * The payment provider's time for single customers, where it is not everybody's: what a customer on
 * a clock has signed renews, is charged for and ends as the clock is advanced, and stands still
 * between. Only where no real money moves. A customer who is on a clock stays on it for good.
 */
public interface ProviderClocks {
  /** Of a provider that has one time for everybody. */
  ProviderClocks NONE = new None();

  /** Whether real money moves there. */
  boolean isLive();

  /**
   * Whether there are clocks at all: an account with the provider, in which no real money moves.
   */
  boolean isPossible();

  /** The clock that a customer is on; empty also where there is no such customer. */
  Optional<ProviderClock> of(String customer);

  /**
   * Puts a customer with all they have signed on a clock of their own, or finds the one they are
   * on.
   *
   * @param at not before anything that is theirs
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether they are on one
   */
  ProviderClock start(String customer, Instant at, String key);

  /**
   * Moves a clock on, in as many steps as the provider asks for, and returns when everything on the
   * way has happened there; what it tells of that may still be on its way to us. A clock that is
   * there already stays.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where it is not there yet; ask again
   */
  void advance(String customer, ProviderClock clock, Instant to);

  /**
   * A customer's clock.
   *
   * @param now in whole seconds
   */
  record ProviderClock(String id, Instant now) {}

  /** See {@link #NONE}. */
  final class None implements ProviderClocks {
    private None() {}

    @Override
    public boolean isLive() {
      return false;
    }

    @Override
    public boolean isPossible() {
      return false;
    }

    @Override
    public Optional<ProviderClock> of(String customer) {
      return Optional.empty();
    }

    @Override
    public ProviderClock start(String customer, Instant at, String key) {
      throw new IllegalStateException("a provider without clocks");
    }

    @Override
    public void advance(String customer, ProviderClock clock, Instant to) {
      throw new IllegalStateException("a provider without clocks");
    }
  }
}
