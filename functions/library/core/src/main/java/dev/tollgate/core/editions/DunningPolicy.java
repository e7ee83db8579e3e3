package dev.tollgate.core.editions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens to whoever does not pay a renewal. The payment provider says when a renewal is past
 * due and tries again by its own schedule; everything here is counted from the beginning of the
 * period that is owed.
 *
 * @param grace for how long everything goes on; afterwards all is read-only
 * @param reminderDays of 24 hours, in rising order, none after the grace
 * @param suspendAfter when the tenant is suspended, not before the grace is over; empty for never
 */
public record DunningPolicy(
    Duration grace, List<Integer> reminderDays, Optional<Duration> suspendAfter) {
  public DunningPolicy {
    Lengths.requireNotNegative("grace", grace);
    reminderDays = List.copyOf(reminderDays);
    Lengths.requireAscending("reminder days", reminderDays);
    for (int day : reminderDays) {
      if (day <= 0 || Duration.ofDays(day).compareTo(grace) > 0) {
        throw new IllegalArgumentException("reminder day " + day + " is outside the grace");
      }
    }
    if (suspendAfter.filter(after -> after.compareTo(grace) < 0).isPresent()) {
      throw new IllegalArgumentException("a suspension would come before the grace is over");
    }
  }
}
