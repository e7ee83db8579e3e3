package dev.tollgate.stripe;

import java.time.Duration;

/** Waits between two looks at something that takes its time at Stripe. */
@FunctionalInterface
interface Pause {
  void pause(Duration length);

  /** Blocks the calling thread. An interrupt ends the wait and is passed on. */
  static void sleep(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
