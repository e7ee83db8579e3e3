package dev.tollgate.core.editions;

import java.time.Duration;
import java.util.List;

/** What follows a trial that nobody paid for. */
public sealed interface TrialEnd {
  /** A free plan; what is over its limits stays, as the meter's {@link Enforcement} says. */
  record FreeTier(String plan) implements TrialEnd {}

  /**
   * Everything goes on for the grace, then all is read-only.
   *
   * @param grace counted from the trial's end
   */
  record ReadOnlyLock(Duration grace) implements TrialEnd {
    public ReadOnlyLock {
      Lengths.requireNotNegative("grace", grace);
    }
  }

  /**
   * Locked from the instant it ends, which is computed and never written, until a plan is picked.
   *
   * @param readOnlyWindow for how long after the end data can be read; then it is hidden, not
   *     deleted
   */
  record ComputedWall(Duration readOnlyWindow) implements TrialEnd {
    public ComputedWall {
      Lengths.requireNotNegative("read-only window", readOnlyWindow);
    }
  }

  /**
   * The trial's plan is charged for.
   *
   * @param day of the trial, in its {@link DayCount}
   * @param retryDays of the trial, when a charge that failed is tried again, in rising order
   * @param suspendOnFailure whether the first charge that fails suspends the tenant
   */
  record ChargeOnDay(int day, List<Integer> retryDays, boolean suspendOnFailure)
      implements TrialEnd {
    public ChargeOnDay {
      retryDays = List.copyOf(retryDays);
      Lengths.requireAscending("retry days", retryDays);
      if (!retryDays.isEmpty() && retryDays.getFirst() <= day) {
        throw new IllegalArgumentException("a retry must follow the day of the charge");
      }
    }
  }
}
