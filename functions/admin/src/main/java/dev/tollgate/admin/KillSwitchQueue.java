package dev.tollgate.admin;

import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.killswitch.CountingStrikes;
import dev.tollgate.core.killswitch.ResumingWork;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import dev.tollgate.lambda.logging.Log;
import java.util.Locale;
import java.util.Map;

/**
 * The other door of this package: what may suspend a tenant, and the work of restored ones. It
 * claims no message, since each counts once in the table.
 */
final class KillSwitchQueue implements QueueConsumer {
  private final CountingStrikes counting;
  private final ResumingWork resuming;
  private final Log log;

  KillSwitchQueue(CountingStrikes counting, ResumingWork resuming, Log log) {
    this.counting = counting;
    this.resuming = resuming;
    this.log = log;
  }

  @Override
  public Verdict consume(QueueRecord record) {
    return MessageBody.read(record.body())
        .map(this::consume)
        .orElseGet(() -> new Verdict.Park("no message we know"));
  }

  private Verdict consume(Message message) {
    try {
      return switch (message.announcement()) {
        case Announcement.Strike strike -> count(message, strike);
        case Announcement.WorkResumed _ -> resume(message);
        case Announcement.ToPerson _,
            Announcement.UsageRecorded _,
            Announcement.CustomerWanted _,
            Announcement.Published _ ->
            new Verdict.Park("a message for somebody else");
      };
    } catch (Unavailable e) {
      log.error("kill_switch_unavailable", Map.of("message", message.id().value()), e);
      return new Verdict.Retry("nothing could be read or written");
    }
  }

  private Verdict count(Message message, Announcement.Strike strike) {
    CountingStrikes.Effect effect = counting.count(message, strike);
    log.info(
        "strike_counted",
        Map.of(
            "message", message.id().value(),
            "tenant", message.tenant().value(),
            "effect", effect.name().toLowerCase(Locale.ROOT)));
    return new Verdict.Done();
  }

  private Verdict resume(Message message) {
    return switch (resuming.resume(message.tenant())) {
      case ResumingWork.Resumed resumed -> {
        log.info(
            "work_resumed",
            Map.of("tenant", message.tenant().value(), "messages", resumed.messages()));
        yield new Verdict.Done();
      }
      case ResumingWork.StillSuspended _ -> new Verdict.Done();
      case ResumingWork.Unfinished _ ->
          new Verdict.Retry("the first sending of a message is not over");
    };
  }
}
