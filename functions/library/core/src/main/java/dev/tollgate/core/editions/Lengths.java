package dev.tollgate.core.editions;

import java.time.Duration;
import java.util.List;

/** What every length of time and every list of days in a policy must keep. */
final class Lengths {
  private Lengths() {}

  static void requirePositive(String what, Duration length) {
    if (!length.isPositive()) {
      throw new IllegalArgumentException(what + " must be longer than nothing");
    }
  }

  static void requireNotNegative(String what, Duration length) {
    if (length.isNegative()) {
      throw new IllegalArgumentException(what + " may not be negative");
    }
  }

  static void requireAscending(String what, List<Integer> days) {
    for (int i = 1; i < days.size(); i++) {
      if (days.get(i) <= days.get(i - 1)) {
        throw new IllegalArgumentException(what + " must rise from day to day");
      }
    }
  }
}
