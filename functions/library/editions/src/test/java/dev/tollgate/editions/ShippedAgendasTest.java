package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped editions' trials call for, and when. */
class ShippedAgendasTest {
  private static final Ids IDS = new Ids(new Random(1));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TenantId TENANT = IDS.tenant(NOON);

  @ParameterizedTest
  @CsvSource({
    "tollgate, 14, 'trial_reminder 7 P7D, trial_reminder 12 P12D, trial_reminder 13 P13D,"
        + " trial_end 0 P14D'",
    "rms, 14, 'trial_reminder 7 P7D, trial_reminder 12 P12D, trial_reminder 13 P13D,"
        + " trial_end 0 P14D'",
    "resolutionflow, 14, 'trial_reminder 10 P10D, trial_reminder 13 P13D, trial_end 0 P14D'",
    "inboxgrove, 7, 'trial_reminder 7 P6D, trial_charge 8 P7D, trial_charge 9 P8D,"
        + " trial_charge 10 P9D'"
  })
  void aTrialOf(String edition, int days, String expected) {
    for (String since :
        List.of(
            "2026-03-01T12:00:00Z",
            "2026-03-01T00:00:00Z",
            "2026-03-22T00:00:00Z", // clocks change on the 29th in Europe
            "2028-02-20T23:59:59.999Z", // 29 February on the way
            "2026-08-31T12:00:00Z")) {
      Instant start = Instant.parse(since);
      assertThat(words(start, trial(start, days), edition)).as(since).isEqualTo(expected);
    }
  }

  @Test
  void aLongerTrialHasTheSameLastDays() {
    assertThat(words(NOON, trial(NOON, 30), "tollgate"))
        .isEqualTo(
            "trial_reminder 7 P23D, trial_reminder 12 P28D, trial_reminder 13 P29D,"
                + " trial_end 0 P30D");
  }

  @Test
  void aShorterOneIsNotRemindedBeforeItBegan() {
    assertThat(words(NOON, trial(NOON, 3), "tollgate"))
        .isEqualTo("trial_reminder 12 P1D, trial_reminder 13 P2D, trial_end 0 P3D");
  }

  @Test
  void anExtensionCallsForOtherActionsAndNotForTheOldOnes() {
    Edition edition = EditionFiles.load("tollgate");
    Enrollment before = trial(NOON, 14);
    Enrollment after = before.with(new Grant.Trial("pro", NOON, NOON.plus(Duration.ofDays(21))));
    Instant now = NOON.plus(Duration.ofDays(13));
    List<DueAction> added = Agenda.added(Optional.of(before), after, edition, now);
    assertThat(added).extracting(DueAction::step).containsExactly(7, 12, 13, 0);
    assertThat(Agenda.of(after, edition)).doesNotContainAnyElementsOf(Agenda.of(before, edition));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tollgate", "pathsix", "pm33", "rms", "resolutionflow", "inboxgrove"})
  void whatWasGivenForGoodCallsForNothing(String edition) {
    assertThat(words(NOON, Enrollment.begun(TENANT, new Grant.Complimentary("pro", NOON)), edition))
        .isEmpty();
  }

  @Test
  void anErasureCallsForTheContractsEndAtOnceAndForItselfLater() {
    Instant at = NOON.plus(Duration.ofDays(30));
    Account account = Account.founded(TENANT, "Acme", IDS.user(NOON), NOON);
    assertThat(Agenda.of(account)).isEmpty();
    assertThat(Agenda.of(account.with(new Erasure.Scheduled(NOON, at, Optional.empty()))))
        .containsExactly(
            new DueAction(TENANT, Duty.ERASURE_CANCELLATION, NOON, 0, NOON),
            new DueAction(TENANT, Duty.ERASURE, at, 0, at));
    assertThat(Agenda.of(account.with(new Erasure.Running(at))))
        .containsExactly(new DueAction(TENANT, Duty.ERASURE, at, 0, at));
    assertThat(Agenda.of(account.with(new Erasure.TakenBack(NOON, "sub_1"))))
        .containsExactly(new DueAction(TENANT, Duty.ERASURE_WITHDRAWAL, NOON, 0, NOON));
  }

  private static Enrollment trial(Instant since, int days) {
    return Enrollment.begun(
        TENANT, new Grant.Trial("pro", since, since.plus(Duration.ofDays(days))));
  }

  private static String words(Instant start, Enrollment enrollment, String edition) {
    return String.join(
        ", ",
        Agenda.of(enrollment, EditionFiles.load(edition)).stream()
            .map(
                action ->
                    action.duty().wireName()
                        + " "
                        + action.step()
                        + " P"
                        + Duration.between(start, action.at()).toDays()
                        + "D")
            .toList());
  }
}
