package dev.tollgate.money;

import dev.tollgate.core.billing.ProviderClocks;
import java.time.Instant;
import java.util.Optional;

/** A provider in whose account real money moves. */
final class LiveMoney implements ProviderClocks {
  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public boolean isPossible() {
    return false;
  }

  @Override
  public Optional<ProviderClock> of(String customer) {
    throw new AssertionError("no clocks where real money moves");
  }

  @Override
  public ProviderClock start(String customer, Instant at, String key) {
    throw new AssertionError("no clocks where real money moves");
  }

  @Override
  public void advance(String customer, ProviderClock clock, Instant to) {
    throw new AssertionError("no clocks where real money moves");
  }
}
