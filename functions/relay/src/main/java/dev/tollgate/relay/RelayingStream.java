package dev.tollgate.relay;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.events.StreamConsumer;
import dev.tollgate.lambda.events.StreamRecord;
import dev.tollgate.lambda.events.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Relays what the table's stream shows the moment it is written. The template filters the stream
 * down to new outbox items; anything else that comes through is none of ours.
 */
final class RelayingStream implements StreamConsumer {
  private final Relaying relaying;

  RelayingStream(Relaying relaying) {
    this.relaying = relaying;
  }

  @Override
  public List<Verdict> consume(List<StreamRecord> records) {
    Map<String, Message> messages = new LinkedHashMap<>();
    for (StreamRecord record : records) {
      if (isOurs(record)) {
        MessageBody.fields(record.image().get("message"))
            .ifPresent(message -> messages.put(record.sequence(), message));
      }
    }
    Set<MessageId> left = relaying.relay(messages.values());
    List<Verdict> verdicts = new ArrayList<>();
    for (StreamRecord record : records) {
      Message message = messages.get(record.sequence());
      if (message == null) {
        verdicts.add(isOurs(record) ? new Verdict.Park("no message we know") : new Verdict.Done());
      } else if (left.contains(message.id())) {
        verdicts.add(new Verdict.Retry("not taken by the queue"));
      } else {
        verdicts.add(new Verdict.Done());
      }
    }
    return verdicts;
  }

  private static boolean isOurs(StreamRecord record) {
    return record.change().equals("INSERT")
        && record.key().get("sk") instanceof String sort
        && sort.startsWith("OUTBOX#");
  }
}
