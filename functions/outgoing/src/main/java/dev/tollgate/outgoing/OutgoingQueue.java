package dev.tollgate.outgoing;

import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.outgoing.EventNames;
import dev.tollgate.core.outgoing.PublishingNews;
import dev.tollgate.lambda.events.HoldingWork;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import java.util.Optional;

/**
 * The door: a record in, a verdict out. It claims no message, since a delivery is made once for its
 * message and its endpoint, and claimed itself before each try.
 */
final class OutgoingQueue implements QueueConsumer {
  private final PublishingNews publishing;
  private final HoldingWork holding;
  private final OutgoingLog log;

  OutgoingQueue(PublishingNews publishing, HoldingWork holding, OutgoingLog log) {
    this.publishing = publishing;
    this.holding = holding;
    this.log = log;
  }

  @Override
  public Verdict consume(QueueRecord record) {
    return MessageBody.read(record.body())
        .map(this::consume)
        .orElseGet(() -> new Verdict.Park("no message we know"));
  }

  private Verdict consume(Message message) {
    if (!(message.announcement() instanceof Announcement.Published news)) {
      return new Verdict.Park("a message for somebody else");
    }
    try {
      return held(message, news).orElseGet(() -> publish(message, news));
    } catch (Unavailable e) {
      log.unavailable(message, e);
      return new Verdict.Retry("the table could not be asked, or nothing written");
    }
  }

  /** News about a suspended tenant waits, but not that it is suspended or works again. */
  private Optional<Verdict> held(Message message, Announcement.Published news) {
    return EventNames.isAboutSuspension(news.event()) ? Optional.empty() : holding.hold(message);
  }

  private Verdict publish(Message message, Announcement.Published news) {
    log.published(message, news.event(), publishing.publish(message, news));
    return new Verdict.Done();
  }
}
