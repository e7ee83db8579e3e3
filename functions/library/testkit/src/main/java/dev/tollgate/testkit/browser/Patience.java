package dev.tollgate.testkit.browser;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does in its own time. */
final class Patience {
  /** For pages, which may wait for a whole stack on a slow machine. */
  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration STEP = Duration.ofMillis(20);

  private Patience() {}

  /**
   * @param possible ends the waiting early where nothing more can come
   * @param what is said when it does not come
   */
  static void await(BooleanSupplier wanted, BooleanSupplier possible, Supplier<String> what) {
    long began = System.nanoTime();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() - began > LIMIT.toNanos() || !possible.getAsBoolean()) {
        throw new AssertionError("waited in vain for " + what.get());
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
