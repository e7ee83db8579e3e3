package dev.tollgate.core.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialPolicyTest {
  private static final TrialEnd WALL = new TrialEnd.ComputedWall(Duration.ofDays(30));

  @Test
  void dayNIsNTimesTwentyFourHoursAfterTheStart() {
    assertThat(reminders(trial(14, DayCount.FROM_ZERO, WALL, 7, 12, 13)))
        .containsExactly(Duration.ofDays(7), Duration.ofDays(12), Duration.ofDays(13));
  }

  @Test
  void whereDaysCountFromOneDaySevenComesADayEarlier() {
    assertThat(reminders(trial(7, DayCount.FROM_ONE, WALL, 7))).containsExactly(Duration.ofDays(6));
  }

  @Test
  void aTrialPromisesWholeDays() {
    assertThat(trial(14, DayCount.FROM_ZERO, WALL).days()).isEqualTo(14);
    assertThat(new TrialPolicy.None().days()).isZero();
  }

  @Test
  void aReminderAtTheEndIsTheLastThatIsAllowed() {
    assertThat(reminders(trial(14, DayCount.FROM_ZERO, WALL, 14)))
        .containsExactly(Duration.ofDays(14));
    refused("reminder day 15 is outside the trial", () -> trial(14, DayCount.FROM_ZERO, WALL, 15));
    refused("reminder day 0 is outside the trial", () -> trial(14, DayCount.FROM_ONE, WALL, 0));
    refused("reminder day -1 is outside the trial", () -> trial(14, DayCount.FROM_ZERO, WALL, -1));
  }

  @Test
  void remindersRise() {
    refused(
        "reminder days must rise from day to day", () -> trial(14, DayCount.FROM_ZERO, WALL, 7, 7));
  }

  @Test
  void nobodyIsChargedBeforeTheTrialEnds() {
    TrialEnd day7 = new TrialEnd.ChargeOnDay(7, List.of(), true);
    TrialEnd day8 = new TrialEnd.ChargeOnDay(8, List.of(9, 10), true);
    assertThat(trial(7, DayCount.FROM_ONE, day8).afterwards()).isEqualTo(day8);
    refused(
        "day 7 would be charged before the trial ends", () -> trial(7, DayCount.FROM_ONE, day7));
  }

  @Test
  void retriesRiseAfterTheCharge() {
    refused(
        "a retry must follow the day of the charge",
        () -> new TrialEnd.ChargeOnDay(8, List.of(8, 9), true));
    refused(
        "retry days must rise from day to day",
        () -> new TrialEnd.ChargeOnDay(8, List.of(10, 9), true));
  }

  @Test
  void lengthsAreNotNegative() {
    refused("trial must be longer than nothing", () -> trial(0, DayCount.FROM_ZERO, WALL));
    refused("grace may not be negative", () -> new TrialEnd.ReadOnlyLock(Duration.ofDays(-3)));
    refused(
        "read-only window may not be negative",
        () -> new TrialEnd.ComputedWall(Duration.ofDays(-1)));
  }

  private static TrialPolicy.Trial trial(
      int days, DayCount count, TrialEnd afterwards, Integer... reminders) {
    return new TrialPolicy.Trial(
        "pro",
        Duration.ofDays(days),
        count,
        List.of(reminders),
        false,
        TrialScope.EMAIL,
        afterwards);
  }

  private static void refused(String reason, Runnable making) {
    assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(reason);
  }

  /** How long after the start each falls due. */
  private static java.util.List<Duration> reminders(TrialPolicy.Trial policy) {
    return policy.reminderDays().stream().map(policy.dayCount()::sinceStart).toList();
  }
}
