package dev.tollgate.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.AnEdition;
import dev.tollgate.core.editions.DunningPolicy;
import dev.tollgate.core.editions.Edition;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which actions money that is owed calls for. */
class AgendaOfDebtTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(7));
  private static final TenantId TENANT = new Ids(new Random(3)).tenant(START);
  private static final List<String> CHARGES =
      List.of("trial_charge 8 7", "trial_charge 9 8", "trial_charge 10 9");

  private final Edition charging = new AnEdition().charging().build();

  @Test
  void aTrialThatNobodyBoughtIsChargedForOnItsDays() {
    assertThat(charges(trial())).isEqualTo(CHARGES);
  }

  @ParameterizedTest
  @EnumSource(
      value = ContractStatus.class,
      names = {"INCOMPLETE", "INCOMPLETE_EXPIRED"})
  void aFirstPaymentThatNeverCameIsTriedAgain(ContractStatus status) {
    assertThat(charges(trial().with(contract(status, END, Optional.empty())))).isEqualTo(CHARGES);
  }

  @ParameterizedTest
  @EnumSource(
      value = ContractStatus.class,
      names = {"TRIALING", "ACTIVE", "UNPAID", "PAUSED", "CANCELED"})
  void whoBoughtInTheTrialIsNotChargedByUs(ContractStatus status) {
    assertThat(charges(trial().with(contract(status, END, Optional.of(END))))).isEmpty();
  }

  @Test
  void whoBoughtAndWasRefusedIsUnderTheSameDays() {
    Enrollment owing = trial().with(contract(ContractStatus.PAST_DUE, END, Optional.of(END)));
    assertThat(charges(owing)).isEqualTo(CHARGES);
    Enrollment trialing = trial().with(contract(ContractStatus.TRIALING, START, Optional.of(END)));
    assertThat(Agenda.added(Optional.of(trialing), owing, charging, END.plusSeconds(3600)))
        .as("what is due by now is written all the same")
        .extracting(AgendaOfDebtTest::words)
        .containsAll(CHARGES);
  }

  @Test
  void aLaterRenewalIsNoTrialsCharge() {
    Instant later = END.plus(Duration.ofDays(31));
    assertThat(charges(trial().with(contract(ContractStatus.PAST_DUE, later, Optional.of(END)))))
        .isEmpty();
  }

  @Test
  void anEditionThatChargesForNoTrialHasNoSuchDays() {
    Enrollment owing = trial().with(contract(ContractStatus.PAST_DUE, END, Optional.of(END)));
    assertThat(Agenda.of(owing, new AnEdition().build()))
        .noneMatch(action -> action.duty() == Duty.TRIAL_CHARGE);
  }

  @Test
  void whatIsOwedRemindsEndsTheAccessAndSuspendsCountedFromItsPeriod() {
    Edition edition =
        new AnEdition()
            .dunning(
                new DunningPolicy(
                    Duration.ofDays(7), List.of(3, 6), Optional.of(Duration.ofDays(14))))
            .build();
    Enrollment owing =
        Enrollment.begun(TENANT, new Grant.Given("free", START))
            .with(contract(ContractStatus.PAST_DUE, START, Optional.empty()));
    assertThat(Agenda.of(owing, edition))
        .extracting(AgendaOfDebtTest::words)
        .containsExactly(
            "dunning_reminder 3 3",
            "dunning_reminder 6 6",
            "dunning_grace_end 0 7",
            "dunning_suspension 0 14");
    Enrollment paid = owing.with(contract(ContractStatus.ACTIVE, START, Optional.empty()));
    assertThat(Agenda.of(paid, edition)).isEmpty();
  }

  private List<String> charges(Enrollment enrollment) {
    return Agenda.of(enrollment, charging).stream()
        .filter(action -> action.duty() == Duty.TRIAL_CHARGE)
        .map(AgendaOfDebtTest::words)
        .toList();
  }

  /** The duty, its step, and the whole days since the start. */
  private static String words(DueAction action) {
    return action.duty().wireName()
        + " "
        + action.step()
        + " "
        + Duration.between(START, action.at()).toDays();
  }

  private static Enrollment trial() {
    return Enrollment.begun(TENANT, new Grant.Trial("pro", START, END));
  }

  private static Contract contract(
      ContractStatus status, Instant periodStart, Optional<Instant> trialEnd) {
    boolean over = status == ContractStatus.CANCELED || status == ContractStatus.INCOMPLETE_EXPIRED;
    return new Contract(
        "sub_1",
        status,
        "pro",
        BillingInterval.MONTHLY,
        "USD",
        1,
        START.plusSeconds(60),
        periodStart,
        periodStart.plus(Duration.ofDays(31)),
        trialEnd,
        Optional.empty(),
        false,
        over ? Optional.of(END.plus(Duration.ofHours(23))) : Optional.empty());
  }
}
