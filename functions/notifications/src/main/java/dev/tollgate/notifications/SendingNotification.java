package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Deliveries;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Suppressions;
import dev.tollgate.lambda.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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
  private final Suppressions suppressions;
  private final Letters letters;
  private final Notifications notifications;
  private final Edition edition;
  private final Mailer mailer;
  private final Time time;
  private final Log log;

  SendingNotification(
      Deliveries deliveries,
      Members members,
      Suppressions suppressions,
      Letters letters,
      Notifications notifications,
      Edition edition,
      Mailer mailer,
      Time time,
      Log log) {
    this.deliveries = deliveries;
    this.members = members;
    this.suppressions = suppressions;
    this.letters = letters;
    this.notifications = notifications;
    this.edition = edition;
    this.mailer = mailer;
    this.time = time;
    this.log = log;
  }

  Outcome send(Message message) {
    return message.announcement() instanceof Announcement.ToPerson announcement
        ? send(message, announcement)
        : new Outcome.NotOurs();
  }

  private Outcome send(Message message, Announcement.ToPerson announcement) {
    Instant now = time.now();
    return switch (deliveries.claim(message.tenant(), message.id(), now, now.plus(LEASE))) {
      case CLAIMED -> sendClaimed(message, announcement);
      case FINISHED -> new Outcome.FinishedBefore();
      case BUSY -> new Outcome.Busy();
    };
  }

  private Outcome sendClaimed(Message message, Announcement.ToPerson announcement) {
    Outcome outcome;
    try {
      outcome = deliver(message, announcement);
    } catch (RuntimeException e) {
      giveBack(message, e);
      throw e;
    }
    finish(message);
    return outcome;
  }

  private Outcome deliver(Message message, Announcement.ToPerson announcement) {
    Optional<Member> recipient = members.find(message.tenant(), announcement.user());
    return switch (Decision.of(announcement, recipient, edition)) {
      case Decision.Skip skip -> new Outcome.Skipped(skip.reason());
      case Decision.Write write ->
          suppressions.find(write.to().user().email()).isPresent()
              ? new Outcome.Skipped("suppressed address")
              : letters
                  .of(announcement, message.at(), write.to())
                  .map(this::hand)
                  .orElseGet(() -> new Outcome.Skipped("nothing to tell any more"));
    };
  }

  private Outcome hand(Letter letter) {
    return switch (mailer.send(notifications.render(letter))) {
      case Mailer.Outcome.Accepted _ -> new Outcome.Sent();
      case Mailer.Outcome.Refused refused -> new Outcome.Refused(refused.reason());
    };
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
