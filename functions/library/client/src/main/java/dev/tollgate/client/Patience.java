package dev.tollgate.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What is left of the time for one answer. For one thread. */
final class Patience {
  private final InstantSource time;
  private final Instant started;
  private final Duration budget;
  private Duration paused = Duration.ZERO;

  Patience(InstantSource time, Duration budget) {
    this.time = time;
    this.started = time.instant();
    this.budget = budget;
  }

  /** Whether another attempt may begin after this pause, which is then taken to be made. */
  boolean allows(Duration pause) {
    Duration passed = Duration.between(started, time.instant());
    // A clock that is set back must not make anybody wait longer.
    Duration spent = passed.compareTo(paused) > 0 ? passed : paused;
    if (spent.plus(pause).compareTo(budget) > 0) {
      return false;
    }
    paused = paused.plus(pause);
    return true;
  }
}
