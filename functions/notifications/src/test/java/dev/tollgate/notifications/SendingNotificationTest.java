package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Announcement.PasswordChanged;
import dev.tollgate.core.messages.Announcement.PasswordResetRequested;
import dev.tollgate.core.messages.Announcement.VerificationRequested;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.lambda.events.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SendingNotificationTest {
  private static final Verdict DONE = new Verdict.Done();
  private static final VerificationRequested VERIFY = new VerificationRequested(People.USER);
  private static final PasswordResetRequested RESET = new PasswordResetRequested(People.USER);
  private static final PasswordChanged CHANGED = new PasswordChanged(People.USER);

  private final World world = new World();

  @Test
  void theMailGoesToThePersonWithALinkThatWorks() {
    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);

    assertThat(world.mails).hasSize(1);
    assertThat(world.mails.getFirst().to()).isEqualTo(People.ADDRESS);
    assertThat(mailedToken().purpose()).isEqualTo(Purpose.VERIFY_EMAIL);
    assertThat(mailedToken().expiresAt()).isEqualTo(People.NOW.plus(Duration.ofDays(3)));
  }

  @Test
  void aResetLinkIsForResetsAndShortLived() {
    assertThat(world.deliver(RESET)).isEqualTo(DONE);

    assertThat(mailedToken().purpose()).isEqualTo(Purpose.RESET_PASSWORD);
    assertThat(mailedToken().expiresAt()).isEqualTo(People.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void aChangedPasswordNeedsNoSecret() {
    assertThat(world.deliver(CHANGED)).isEqualTo(DONE);

    assertThat(world.mails).hasSize(1);
    assertThat(world.tokens).isEmpty();
  }

  @Test
  void aMessageThatComesTwiceMakesOneMail() {
    world.deliver(VERIFY);
    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);

    world.pass(Duration.ofDays(20));
    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);
    assertThat(world.mails).hasSize(1);
  }

  @Test
  void nobodyVerifiedIsAskedToVerify() {
    world.recipient = Optional.of(People.verified());

    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);
    assertThat(world.mails).isEmpty();
    assertThat(world.tokens).isEmpty();
  }

  @Test
  void nobodyWithoutAPasswordGetsAResetLink() {
    world.recipient = Optional.of(People.withoutPassword());

    assertThat(world.deliver(RESET)).isEqualTo(DONE);
    assertThat(world.mails).isEmpty();
    assertThat(world.tokens).isEmpty();
  }

  @Test
  void nobodyThereGetsNothing() {
    world.recipient = Optional.empty();

    assertThat(world.deliver(CHANGED)).isEqualTo(DONE);
    assertThat(world.deliver(CHANGED)).isEqualTo(DONE);
    assertThat(world.mails).isEmpty();
  }

  @Test
  void aSuspendedAccountsPeopleHearOfTheirSecurity() {
    world.recipient = Optional.of(People.suspended());

    assertThat(world.deliver(RESET)).isEqualTo(DONE);
    assertThat(world.mails).hasSize(1);
  }

  @Test
  void aMailThatIsRefusedIsNotTriedAgain() {
    world.answer = new Mailer.Outcome.Refused("bad_request");

    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);
    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);

    assertThat(world.calls.made).containsOnlyOnce("send");
    assertThat(world.logged()).contains("WARN", "mail_refused", "bad_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"before find", "before issue", "after issue", "before send", "after send"})
  void whatFailsBeforeTheMailIsTakenGivesTheClaimBackAtOnce(String point) {
    world.calls.failAt(point);
    assertThatThrownBy(() -> world.deliver(VERIFY)).isInstanceOf(Unavailable.class);
    assertThat(world.calls.made).endsWith("release");

    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);
    boolean unknownWhetherItWentOut = point.equals("after send");
    assertThat(world.mails).hasSize(unknownWhetherItWentOut ? 2 : 1);
  }

  @Test
  void whatAnotherCallIsAtComesAgainUntilItsLeaseIsOver() {
    world.calls.dieAt("after claim");
    assertThatThrownBy(() -> world.deliver(VERIFY)).isInstanceOf(Calls.Death.class);

    world.pass(SendingNotification.LEASE.minusMillis(1));
    assertThat(world.deliver(VERIFY)).isEqualTo(new Verdict.Retry("another call is at it"));
    world.pass(Duration.ofMillis(1));
    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);
    assertThat(world.mails).hasSize(1);
  }

  @Test
  void aClaimThatCannotBeGivenBackEndsWithItsLease() {
    world.calls.failAt("before send");
    world.calls.failAt("before release");
    assertThatThrownBy(() -> world.deliver(VERIFY))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("before send")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

    assertThat(world.deliver(VERIFY)).isInstanceOf(Verdict.Retry.class);
    world.pass(SendingNotification.LEASE);
    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);
    assertThat(world.mails).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before finish", "after finish"})
  void aMailThatCouldNotBeRecordedIsNotSentAgain(String point) {
    world.calls.failAt(point);

    assertThat(world.deliver(VERIFY)).isEqualTo(DONE);
    assertThat(world.mails).hasSize(1);
    assertThat(world.logged()).contains("ERROR", "delivery_not_recorded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"type\":\"from_a_later_version\"}", "null"})
  void whatIsNoMessageIsParked(String body) {
    assertThat(world.deliver(body)).isEqualTo(new Verdict.Park("no message we know"));
    assertThat(world.calls.made).isEmpty();
  }

  @Test
  void noAddressNameOrSecretIsLogged() {
    world.deliver(VERIFY);
    world.answer = new Mailer.Outcome.Refused("message_rejected");
    world.pass(Duration.ofDays(60));
    world.deliver(RESET);

    String secret = LinksInMail.token(world.mails.getFirst().text());
    assertThat(world.logged())
        .contains(People.TENANT.value(), "msg_01c")
        .doesNotContain("example.test", "Asha", "Rao", secret);
  }

  private OneTimeToken mailedToken() {
    String secret = LinksInMail.token(world.mails.getLast().text());
    return world.find(Fingerprint.of(secret)).orElseThrow();
  }
}
