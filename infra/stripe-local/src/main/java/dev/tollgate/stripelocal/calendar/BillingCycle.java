package dev.tollgate.stripelocal.calendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The boundaries an anchor and an interval give. Each boundary is counted from the anchor, never
 * from the boundary before it: an anchor on the 31st bills on the 28th of February and on the 31st
 * of March.
 */
public record BillingCycle(long anchor, Interval interval) {
  /** The period that contains a moment; a boundary belongs to the period it opens. */
  public Period around(long moment) {
    LocalDateTime start = utc(anchor);
    long times = interval.roughlyBetween(start, utc(moment));
    while (boundary(times) > moment) {
      times--;
    }
    while (boundary(times + 1) <= moment) {
      times++;
    }
    return new Period(boundary(times), boundary(times + 1));
  }

  private long boundary(long times) {
    return interval.after(utc(anchor), times).toEpochSecond(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(long seconds) {
    return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
  }
}
