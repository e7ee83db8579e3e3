package dev.tollgate.core.editions;

import java.time.Duration;

/** Which day the first 24 hours of a trial are. A day is always 24 hours, never a calendar day. */
public enum DayCount {
  /** Day N is N × 24 hours after the start. */
  FROM_ZERO(0),
  /** Day N is (N − 1) × 24 hours after the start. */
  FROM_ONE(1);

  private final int first;

  DayCount(int first) {
    this.first = first;
  }

  public int first() {
    return first;
  }

  /** How long after the start the day begins. */
  public Duration sinceStart(int day) {
    return Duration.ofDays((long) day - first);
  }
}
