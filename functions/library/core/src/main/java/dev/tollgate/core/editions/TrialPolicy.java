package dev.tollgate.core.editions;

import java.time.Duration;
import java.util.List;

/** Whether a tenant may try before it pays, what, and for how long. */
public sealed interface TrialPolicy {
  /** Whole days of trial that sign-up promises; 0 where there is none. */
  long days();

  /** Whether money is taken for what was tried, by itself. */
  default boolean charges() {
    return this instanceof Trial trial && trial.afterwards() instanceof TrialEnd.ChargeOnDay;
  }

  record None() implements TrialPolicy {
    @Override
    public long days() {
      return 0;
    }
  }

  /**
   * @param plan whose limits and features it has
   * @param length from sign-up to its end
   * @param dayCount what {@code reminderDays} and {@link TrialEnd.ChargeOnDay} count in
   * @param reminderDays in rising order, none after the end
   * @param cardRequired whether it starts only once there is a card
   * @param scope for whom a second one is refused
   */
  record Trial(
      String plan,
      Duration length,
      DayCount dayCount,
      List<Integer> reminderDays,
      boolean cardRequired,
      TrialScope scope,
      TrialEnd afterwards)
      implements TrialPolicy {
    public Trial {
      Lengths.requirePositive("trial", length);
      reminderDays = List.copyOf(reminderDays);
      Lengths.requireAscending("reminder days", reminderDays);
      for (int day : reminderDays) {
        if (day < dayCount.first() || dayCount.sinceStart(day).compareTo(length) > 0) {
          throw new IllegalArgumentException("reminder day " + day + " is outside the trial");
        }
      }
      if (afterwards instanceof TrialEnd.ChargeOnDay charge
          && dayCount.sinceStart(charge.day()).compareTo(length) < 0) {
        throw new IllegalArgumentException(
            "day " + charge.day() + " would be charged before the trial ends");
      }
    }

    @Override
    public long days() {
      return length.toDays();
    }
  }
}
