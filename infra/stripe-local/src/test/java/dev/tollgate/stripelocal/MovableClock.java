package dev.tollgate.stripelocal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The stack's clock in tests: stands still until moved. */
public final class MovableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public MovableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.updateAndGet(same -> same);
  }

  /** Seconds since the epoch. */
  public long seconds() {
    return instant().getEpochSecond();
  }

  public void moveTo(Instant instant) {
    now.set(instant);
  }

  public void advance(Duration by) {
    now.updateAndGet(then -> then.plus(by));
  }
}
