package dev.tollgate.notifications;

import dev.tollgate.core.identity.IssuingOneTimeTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Deliveries;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One mail for one message, however often it is delivered: claim it, decide, write, send, finish.
 * Where anything fails before the mail is handed over, the claim is given back and the failure goes
 * on, so that the queue brings the message again.
 *
 * <p>One gap is left, and no order of steps closes it, since the mail service cannot be asked: a
 * death after it took the mail and before {@code finish} sends the mail a second time.
 */
final class SendingNotification {
  /** As long as the function may run, so that no other call starts while this one may be at it. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private final Deliveries deliveries;
  private final Members members;
  private final IssuingOneTimeTokens tokens;
  private final Notifications notifications;
  private final Mailer mailer;
  private final Time time;
  private final Log log;

  SendingNotification(
      Deliveries deliveries,
      Members members,
      IssuingOneTimeTokens tokens,
      Notifications notifications,
      Mailer mailer,
      Time time,
      Log log) {
    this.deliveries = deliveries;
    this.members = members;
    this.tokens = tokens;
    this.notifications = notifications;
    this.mailer = mailer;
    this.time = time;
    this.log = log;
  }

  Outcome send(Message message) {
    Instant now = time.now();
    return switch (deliveries.claim(message.tenant(), message.id(), now, now.plus(LEASE))) {
      case CLAIMED -> sendClaimed(message);
      case FINISHED -> new Outcome.FinishedBefore();
      case BUSY -> new Outcome.Busy();
    };
  }

  private Outcome sendClaimed(Message message) {
    Outcome outcome;
    try {
      outcome = deliver(message);
    } catch (RuntimeException e) {
      giveBack(message, e);
      throw e;
    }
    finish(message);
    return outcome;
  }

  private Outcome deliver(Message message) {
    Announcement announcement = message.announcement();
    return switch (Decision.of(announcement, members.find(message.tenant(), announcement.user()))) {
      case Decision.Skip skip -> new Outcome.Skipped(skip.reason());
      case Decision.Write write ->
          switch (mailer.send(notifications.render(letter(message, write.to())))) {
            case Mailer.Outcome.Accepted _ -> new Outcome.Sent();
            case Mailer.Outcome.Refused refused -> new Outcome.Refused(refused.reason());
          };
    };
  }

  private Letter letter(Message message, Member to) {
    return switch (message.announcement()) {
      case Announcement.VerificationRequested _ ->
          new Letter.VerifyMailbox(to, secret(Purpose.VERIFY_EMAIL, to));
      case Announcement.PasswordResetRequested _ ->
          new Letter.ResetPassword(to, secret(Purpose.RESET_PASSWORD, to));
      case Announcement.PasswordChanged _ -> new Letter.PasswordWasChanged(to, message.at());
    };
  }

  /** A secret whose mail never left dies by its age. */
  private OneTimeSecret secret(Purpose purpose, Member to) {
    return tokens.issue(purpose, to.user(), time.now(to.user().tenant()));
  }

  /** Where even this fails, the claim ends with its lease. */
  private void giveBack(Message message, RuntimeException cause) {
    try {
      deliveries.release(message.tenant(), message.id());
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  /** The deed is done: failing here would bring the message back and do it twice. */
  private void finish(Message message) {
    try {
      deliveries.finish(message.tenant(), message.id(), time.now());
    } catch (RuntimeException e) {
      log.error("delivery_not_recorded", Map.of("message", message.id().value()), e);
    }
  }
}
