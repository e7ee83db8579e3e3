package dev.tollgate.dynamo;

import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what waits in the due index and forgets what was relayed. */
final class OutboxDynamo implements Outbox {
  /** The most that one transaction takes. */
  private static final int BATCH = 100;

  private final Table table;

  OutboxDynamo(Table table) {
    this.table = table;
  }

  @Override
  public List<Message> overdue(Instant before, int limit) {
    List<Message> messages = new ArrayList<>();
    for (String shard : OutboxItem.shards()) {
      int left = limit - messages.size();
      if (left > 0) {
        table.due(shard, Row.write(before), left).stream()
            .map(OutboxItem::read)
            .forEach(messages::add);
      }
    }
    return messages;
  }

  @Override
  public void relayed(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += BATCH) {
      table.writeAlways(
          messages.subList(from, Math.min(messages.size(), from + BATCH)).stream()
              .map(message -> new OutboxItem.OutboxKey(message.tenant(), message.id()))
              .distinct()
              .map(Action::delete)
              .toList());
    }
  }
}
