package dev.tollgate.relay;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.events.StreamConsumer;
import dev.tollgate.lambda.logging.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Relays what the stream missed, gave up, or sent without coming to forget it. */
final class SweepingOutbox implements ScheduledTask {
  /** The stream delivers within a second; a message this old was missed by it. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A minute's work with room to spare; the next tick takes what is left. */
  static final int MOST = 500;

  private final Outbox outbox;
  private final Relaying relaying;
  private final Time time;
  private final Log log;

  SweepingOutbox(Outbox outbox, Relaying relaying, Time time, Log log) {
    this.outbox = outbox;
    this.relaying = relaying;
    this.time = time;
    this.log = log;
  }

  @Override
  public String name() {
    return "sweep-outbox";
  }

  @Override
  public void run() {
    List<Message> overdue = new ArrayList<>(outbox.overdue(time.now().minus(PATIENCE), MOST));
    for (TenantId tenant : time.ahead().keySet()) { // their messages are due by their own time
      overdue.addAll(outbox.overdue(tenant, time.now(tenant).minus(PATIENCE)));
    }
    int sent = 0;
    for (int from = 0; from < overdue.size(); from += StreamConsumer.BATCH) {
      List<Message> batch =
          overdue.subList(from, Math.min(overdue.size(), from + StreamConsumer.BATCH));
      Set<MessageId> left = relaying.relay(batch);
      if (left.size() == batch.size()) {
        break; // the queue takes nothing now; each further try could wait for its time-out
      }
      sent += batch.size() - left.size();
    }
    if (!overdue.isEmpty()) {
      log.warn("outbox_swept", Map.of("overdue", overdue.size(), "sent", sent));
    }
  }
}
