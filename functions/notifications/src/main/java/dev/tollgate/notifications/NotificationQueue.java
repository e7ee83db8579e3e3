package dev.tollgate.notifications;

import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import dev.tollgate.lambda.logging.Log;
import java.util.Map;

/**
 * The door: a record in, a verdict out. Two queues lead here, our messages and what the mail
 * service has to say of our mails; their records cannot be taken for each other.
 */
final class NotificationQueue implements QueueConsumer {
  private final SendingNotification sending;
  private final MailEventQueue events;
  private final Log log;

  NotificationQueue(SendingNotification sending, MailEventQueue events, Log log) {
    this.sending = sending;
    this.events = events;
    this.log = log;
  }

  @Override
  public Verdict consume(QueueRecord record) {
    return MessageBody.read(record.body())
        .map(this::consume)
        .orElseGet(
            () ->
                MailEvent.read(record.body())
                    .map(events::consume)
                    .orElseGet(() -> new Verdict.Park("no message we know")));
  }

  private Verdict consume(Message message) {
    return switch (sending.send(message)) {
      case Outcome.Sent _ -> done("mail_sent", message, "");
      case Outcome.Skipped skipped -> done("mail_skipped", message, skipped.reason());
      case Outcome.FinishedBefore _ -> done("mail_sent_before", message, "");
      case Outcome.Refused refused -> {
        log.warn("mail_refused", fields(message, refused.reason()));
        yield new Verdict.Done();
      }
      case Outcome.NotOurs _ -> new Verdict.Park("not ours");
      case Outcome.Busy _ -> new Verdict.Retry("another call is at it");
    };
  }

  private Verdict done(String event, Message message, String reason) {
    log.info(event, fields(message, reason));
    return new Verdict.Done();
  }

  private static Map<String, String> fields(Message message, String reason) {
    return Map.of(
        "message",
        message.id().value(),
        "tenant",
        message.tenant().value(),
        "type",
        message.announcement().getClass().getSimpleName(),
        "reason",
        reason);
  }
}
