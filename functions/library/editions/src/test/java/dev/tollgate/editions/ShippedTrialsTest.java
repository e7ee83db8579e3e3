package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.DayCount;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.editions.TrialScope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedTrialsTest {
  @Test
  void tollgateGivesFourteenDaysOfProThenFree() {
    assertThat(trial("tollgate"))
        .isEqualTo(fourteenDaysOfPro(TrialScope.EMAIL, new TrialEnd.FreeTier("free")));
  }

  @Test
  void pathsixAndPm33HaveNoTrial() {
    assertThat(trial("pathsix")).isEqualTo(new TrialPolicy.None());
    assertThat(trial("pm33")).isEqualTo(new TrialPolicy.None());
  }

  @Test
  void rmsGivesFourteenDaysOfEverythingThenAFreeTier() {
    assertThat(trial("rms"))
        .isEqualTo(fourteenDaysOfPro(TrialScope.MAILBOX, new TrialEnd.FreeTier("free")));
  }

  @Test
  void resolutionflowLocksOnExpiryAndKeepsDataReadableForThirtyDays() {
    assertThat(trial("resolutionflow"))
        .isEqualTo(
            new TrialPolicy.Trial(
                "pro",
                Duration.ofDays(14),
                DayCount.FROM_ZERO,
                List.of(10, 13),
                false,
                TrialScope.EMAIL,
                new TrialEnd.ComputedWall(Duration.ofDays(30))));
  }

  @Test
  void inboxgroveChargesOnDayEightAndRetriesOnNineAndTenCountedFromOne() {
    assertThat(trial("inboxgrove"))
        .isEqualTo(
            new TrialPolicy.Trial(
                "starter",
                Duration.ofDays(7),
                DayCount.FROM_ONE,
                List.of(7),
                false,
                TrialScope.EMAIL,
                new TrialEnd.ChargeOnDay(8, List.of(9, 10), true)));
  }

  @Test
  void inboxgroveSaysThatTheTrialEndsTomorrowSixDaysAfterItsStart() {
    TrialPolicy.Trial policy = (TrialPolicy.Trial) trial("inboxgrove");
    assertThat(policy.reminderDays())
        .extracting(policy.dayCount()::sinceStart)
        .containsExactly(Duration.ofDays(6));
  }

  @Test
  void rmsCanBeGivenAHardLockAfterThreeDaysOfGraceInstead() {
    String hardLock =
        Shipped.text("rms")
            .replace("kind: free_tier\n    plan: free", "kind: read_only_lock\n    grace: P3D");
    assertThat(EditionFiles.parse("rms.yaml", hardLock).trial())
        .isEqualTo(
            fourteenDaysOfPro(TrialScope.MAILBOX, new TrialEnd.ReadOnlyLock(Duration.ofDays(3))));
  }

  private static TrialPolicy fourteenDaysOfPro(TrialScope scope, TrialEnd afterwards) {
    return new TrialPolicy.Trial(
        "pro",
        Duration.ofDays(14),
        DayCount.FROM_ZERO,
        List.of(7, 12, 13),
        false,
        scope,
        afterwards);
  }

  private static TrialPolicy trial(String edition) {
    return EditionFiles.load(edition).trial();
  }
}
