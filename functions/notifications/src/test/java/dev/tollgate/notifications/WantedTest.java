package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.editions.EditionFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A message may be read late: what is not true any more is not told. */
class WantedTest {
  private static final Edition EDITION = EditionFiles.load("inboxgrove");
  private static final Instant END = People.NOW.plus(Duration.ofDays(7));

  private static final Announcement.ToPerson CHARGE =
      new Announcement.ChargeComing(People.USER, "starter", END);

  private static final Announcement.ToPerson ENDING =
      new Announcement.AccessEnding(People.USER, END);

  private static final Announcement.ToPerson ENDED =
      new Announcement.SubscriptionEnded(People.USER, "starter");

  @Test
  void whoWillBeChargedHearsOfIt() {
    assertThat(isTold(CHARGE, under(ContractStatus.TRIALING, Optional.empty()))).isTrue();
  }

  @Test
  void whoCanceledOrHasPaidDoesNot() {
    assertThat(isTold(CHARGE, under(ContractStatus.TRIALING, Optional.of(END)))).isFalse();
    assertThat(isTold(CHARGE, under(ContractStatus.ACTIVE, Optional.empty()))).isFalse();
    assertThat(isTold(CHARGE, People.asha())).isFalse();
  }

  @Test
  void aDebtIsToldWhileItIsOne() {
    assertThat(isTold(ENDING, under(ContractStatus.PAST_DUE, Optional.empty()))).isTrue();
    assertThat(isTold(ENDING, under(ContractStatus.ACTIVE, Optional.empty()))).isFalse();
    Announcement.ToPerson over = new Announcement.AccessEnded(People.USER);
    assertThat(isTold(over, under(ContractStatus.PAST_DUE, Optional.empty()))).isTrue();
    assertThat(isTold(over, under(ContractStatus.ACTIVE, Optional.empty()))).isFalse();
  }

  @Test
  void whoHasAPresentLosesNothing() {
    Member present =
        member(
            Enrollment.begun(People.TENANT, new Grant.Complimentary("starter", People.NOW)),
            new Erasure.None());
    assertThat(isTold(ENDED, present)).isFalse();
    assertThat(isTold(new Announcement.TrialEnded(People.USER, "starter", END), present)).isFalse();
    assertThat(isTold(ENDED, People.asha())).isTrue();
  }

  @Test
  void anErasureIsToldAsItStands() {
    Announcement.ToPerson scheduled = new Announcement.ErasureScheduled(People.USER, END);
    Announcement.ToPerson undone = new Announcement.ErasureUndone(People.USER);
    Member leaving = member(enrollment(), new Erasure.Scheduled(People.NOW, END, Optional.empty()));
    Member later =
        member(
            enrollment(), new Erasure.Scheduled(People.NOW, END.plusSeconds(1), Optional.empty()));
    assertThat(isTold(scheduled, leaving)).isTrue();
    assertThat(isTold(scheduled, later)).as("asked for again").isFalse();
    assertThat(isTold(scheduled, People.asha())).isFalse();
    assertThat(isTold(undone, leaving)).isFalse();
    assertThat(isTold(undone, People.asha())).isTrue();
  }

  private static boolean isTold(Announcement.ToPerson announcement, Member member) {
    return Decision.of(announcement, Optional.of(member), EDITION) instanceof Decision.Write;
  }

  private static Member under(ContractStatus status, Optional<Instant> cancelsAt) {
    return member(
        enrollment()
            .with(
                new Contract(
                    "sub_1",
                    status,
                    "starter",
                    BillingInterval.MONTHLY,
                    "USD",
                    1,
                    People.NOW,
                    People.NOW,
                    END,
                    Optional.of(END),
                    cancelsAt,
                    false,
                    Optional.empty())),
        new Erasure.None());
  }

  private static Enrollment enrollment() {
    return Enrollment.begun(People.TENANT, new Grant.Given("starter", People.NOW));
  }

  private static Member member(Enrollment enrollment, Erasure erasure) {
    Member asha = People.asha();
    return Tenancy.of(asha.account().with(erasure), enrollment).with(asha.user());
  }
}
