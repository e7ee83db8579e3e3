package dev.tollgate.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.AnEdition;
import dev.tollgate.core.editions.DayCount;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.editions.TrialScope;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a trial of each policy has something to be done: days are 24 hours, whatever they do. */
class TrialTimesTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final TenantId TENANT = new Ids(new Random(1)).tenant(START);

  static Stream<Arguments> policies() {
    return Stream.of(
        Arguments.of(
            rms(new TrialEnd.FreeTier("free")),
            """
            trial_reminder 7 2026-05-11T10:00:00Z
            trial_reminder 12 2026-05-16T10:00:00Z
            trial_reminder 13 2026-05-17T10:00:00Z
            trial_end 0 2026-05-18T10:00:00Z\
            """),
        Arguments.of(
            rms(new TrialEnd.ReadOnlyLock(Duration.ofDays(3))),
            """
            trial_reminder 7 2026-05-11T10:00:00Z
            trial_reminder 12 2026-05-16T10:00:00Z
            trial_reminder 13 2026-05-17T10:00:00Z
            trial_end 0 2026-05-18T10:00:00Z
            trial_grace_end 0 2026-05-21T10:00:00Z\
            """),
        Arguments.of(
            trial(14, DayCount.FROM_ZERO, new TrialEnd.ComputedWall(Duration.ofDays(30)), 10, 13),
            """
            trial_reminder 10 2026-05-14T10:00:00Z
            trial_reminder 13 2026-05-17T10:00:00Z
            trial_end 0 2026-05-18T10:00:00Z\
            """),
        Arguments.of(
            trial(7, DayCount.FROM_ONE, new TrialEnd.ChargeOnDay(8, List.of(9, 10), true), 7),
            """
            trial_reminder 7 2026-05-10T10:00:00Z
            trial_charge 8 2026-05-11T10:00:00Z
            trial_charge 9 2026-05-12T10:00:00Z
            trial_charge 10 2026-05-13T10:00:00Z\
            """));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void eachPolicyHasItsDays(TrialPolicy.Trial policy, String expected) {
    assertThat(times(START, policy)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T12:00:00Z, 2026-05-11T12:00:00Z, 2026-05-18T12:00:00Z",
    "2026-05-04T00:00:00Z, 2026-05-11T00:00:00Z, 2026-05-18T00:00:00Z",
    // Clocks in New York go on an hour on March 8th, in Berlin on March 29th; ours does not.
    "2026-03-01T12:00:00Z, 2026-03-08T12:00:00Z, 2026-03-15T12:00:00Z",
    "2026-03-22T00:00:00Z, 2026-03-29T00:00:00Z, 2026-04-05T00:00:00Z",
    // Across and onto February 29th.
    "2028-02-22T00:00:00Z, 2028-02-29T00:00:00Z, 2028-03-07T00:00:00Z",
    "2028-02-15T12:00:00Z, 2028-02-22T12:00:00Z, 2028-02-29T12:00:00Z",
    "2027-02-15T12:00:00Z, 2027-02-22T12:00:00Z, 2027-03-01T12:00:00Z",
    // From a month's 31st.
    "2026-01-31T00:00:00Z, 2026-02-07T00:00:00Z, 2026-02-14T00:00:00Z"
  })
  void aDayIsTwentyFourHours(Instant start, Instant daySeven, Instant end) {
    List<DueAction> actions = agenda(start, rms(new TrialEnd.FreeTier("free")));
    assertThat(actions.getFirst().at()).isEqualTo(daySeven);
    assertThat(actions.getLast().at()).isEqualTo(end);
  }

  @Test
  void aPromisedTrialEndsAlsoWhereTheEditionHasNone() {
    assertThat(
            Agenda.of(
                enrolled(START.plus(Duration.ofDays(5))),
                new AnEdition().trying(new TrialPolicy.None()).build()))
        .extracting(DueAction::duty)
        .containsExactly(Duty.TRIAL_END);
  }

  @Test
  void whoPaysIsNotRemindedAndDoesNotEnd() {
    Enrollment paid = enrolled(START.plus(Duration.ofDays(14))).with(running());
    assertThat(Agenda.of(paid, edition(rms(new TrialEnd.FreeTier("free"))))).isEmpty();
  }

  @Test
  void whoBoughtInTheTrialIsToldOfTheChargeOnceMore() {
    Instant end = START.plus(Duration.ofDays(14));
    Edition edition = edition(rms(new TrialEnd.FreeTier("free")));
    Enrollment bought = enrolled(end).with(trying(end, Optional.empty()));
    assertThat(Agenda.of(bought, edition))
        .containsExactly(
            new DueAction(TENANT, Duty.TRIAL_REMINDER, end, 13, START.plus(Duration.ofDays(13))));
    Enrollment leaving = enrolled(end).with(trying(end, Optional.of(end)));
    assertThat(Agenda.of(leaving, edition)).as("nothing will be charged").isEmpty();
  }

  @Test
  void aLongerTrialIsRemindedOfAndEndsAnew() {
    Edition edition = edition(rms(new TrialEnd.FreeTier("free")));
    Enrollment before = enrolled(START.plus(Duration.ofDays(14)));
    Enrollment longer =
        before.with(new Grant.Trial("pro", START, START.plus(Duration.ofDays(21)), true));
    Instant dayTen = START.plus(Duration.ofDays(10));
    assertThat(Agenda.added(Optional.of(before), longer, edition, dayTen))
        .extracting(DueAction::at)
        .containsExactly(
            START.plus(Duration.ofDays(14)),
            START.plus(Duration.ofDays(19)),
            START.plus(Duration.ofDays(20)),
            START.plus(Duration.ofDays(21)));
    assertThat(Agenda.of(longer, edition)).doesNotContainAnyElementsOf(Agenda.of(before, edition));
  }

  private static Contract running() {
    return contract(ContractStatus.ACTIVE, Optional.empty(), Optional.empty());
  }

  private static Contract trying(Instant end, Optional<Instant> cancelsAt) {
    return contract(ContractStatus.TRIALING, Optional.of(end), cancelsAt);
  }

  private static Contract contract(
      ContractStatus status, Optional<Instant> trialEnd, Optional<Instant> cancelsAt) {
    return new Contract(
        "sub_1",
        status,
        "pro",
        BillingInterval.MONTHLY,
        "USD",
        1,
        START,
        START,
        START.plus(Duration.ofDays(30)),
        trialEnd,
        cancelsAt,
        false,
        Optional.empty());
  }

  private static String times(Instant start, TrialPolicy.Trial policy) {
    return agenda(start, policy).stream()
        .map(action -> action.duty().wireName() + " " + action.step() + " " + action.at())
        .collect(Collectors.joining("\n"));
  }

  private static List<DueAction> agenda(Instant start, TrialPolicy.Trial policy) {
    return Agenda.of(
        Enrollment.begun(TENANT, new Grant.Trial("pro", start, start.plus(policy.length()))),
        edition(policy));
  }

  private static Enrollment enrolled(Instant end) {
    return Enrollment.begun(TENANT, new Grant.Trial("pro", START, end));
  }

  private static Edition edition(TrialPolicy.Trial policy) {
    return new AnEdition().trying(policy).build();
  }

  private static TrialPolicy.Trial rms(TrialEnd afterwards) {
    return trial(14, DayCount.FROM_ZERO, afterwards, 7, 12, 13);
  }

  private static TrialPolicy.Trial trial(
      int days, DayCount count, TrialEnd afterwards, Integer... reminders) {
    return new TrialPolicy.Trial(
        "pro",
        Duration.ofDays(days),
        count,
        List.of(reminders),
        false,
        TrialScope.MAILBOX,
        afterwards);
  }
}
