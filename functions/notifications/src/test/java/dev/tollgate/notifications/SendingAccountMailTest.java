package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Announcement.AccountRestored;
import dev.tollgate.core.messages.Announcement.AccountSuspended;
import dev.tollgate.core.messages.Announcement.LimitNear;
import dev.tollgate.lambda.events.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SendingAccountMailTest {
  private static final AccountSuspended SUSPENDED =
      new AccountSuspended(People.USER, "Mail to people who never asked");
  private static final AccountRestored RESTORED = new AccountRestored(People.USER);
  private static final LimitNear NEAR = near(Meter.EMAILS, 80);

  private final World world = new World();

  @Test
  void aSuspendedAccountIsToldWhyOnce() {
    world.recipient = Optional.of(People.suspended());

    isMailedOnce(SUSPENDED, "The reason: Mail to people who never asked\n");
  }

  @Test
  void anAccountThatWorksAgainIsToldOnce() {
    isMailedOnce(RESTORED, "resumes by itself");
  }

  @Test
  void aLimitIsToldOfOnce() {
    isMailedOnce(NEAR, "has reached 80 % of its limit for e-mails a month");
  }

  @Test
  void aReachedLimitIsToldOfOnce() {
    isMailedOnce(near(Meter.EMAILS, 100), "has reached its limit for e-mails a month");
  }

  @Test
  void aSuspendedAccountHearsOfItsLimits() {
    world.recipient = Optional.of(People.suspended());

    isMailedOnce(NEAR, "e-mails a month");
  }

  @Test
  void whoWorksAgainIsNotToldOfTheSuspensionAnyMore() {
    isSkipped(SUSPENDED, "restored since");
  }

  @Test
  void whoIsSuspendedAgainIsNotToldOfTheRestoring() {
    world.recipient = Optional.of(People.suspended());

    isSkipped(RESTORED, "suspended again");
  }

  @Test
  void aMeterThatTheEditionHasNoMoreIsSkipped() {
    isSkipped(near(new Meter("trees"), 80), "no such meter any more");
  }

  @Test
  void noReasonIsLogged() {
    world.recipient = Optional.of(People.suspended());
    world.deliver(SUSPENDED);

    assertThat(world.logged()).contains("AccountSuspended").doesNotContain("never asked");
  }

  private void isMailedOnce(Announcement announcement, String words) {
    assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Done());
    assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Done());

    assertThat(world.mails).singleElement().satisfies(m -> assertThat(m.text()).contains(words));
    assertThat(world.mails.getFirst().to()).isEqualTo(People.ADDRESS);
    assertThat(world.tokens.values()).allMatch(token -> token.purpose() == Purpose.UNSUBSCRIBE);
  }

  private void isSkipped(Announcement announcement, String reason) {
    assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Done());

    assertThat(world.mails).isEmpty();
    assertThat(world.logged()).contains("mail_skipped", reason);
  }

  private static LimitNear near(Meter meter, int percent) {
    return new LimitNear(People.USER, meter, percent, 1_600, 2_000);
  }
}
