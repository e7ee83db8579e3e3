package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.lambda.logging.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what waits in the due index and forgets what was relayed. */
final class OutboxDynamo implements Outbox {
  /** The most that one transaction takes. */
  private static final int BATCH = 100;

  private final Table table;
  private final Log log;

  OutboxDynamo(Table table, Log log) {
    this.table = table;
    this.log = log;
  }

  @Override
  public List<Message> overdue(Instant before, int limit) {
    List<String> shards = OutboxItem.SHARDS.all();
    int share = Math.max(1, limit / shards.size()); // so that no shard's backlog starves the others
    List<Message> messages = new ArrayList<>();
    for (String shard : shards) {
      for (Row row : table.due(shard, before, share)) {
        OutboxItem.read(row).ifPresentOrElse(messages::add, () -> skip(row));
      }
    }
    return messages;
  }

  @Override
  public List<Message> overdue(TenantId tenant, Instant before) {
    List<Message> messages = new ArrayList<>();
    for (Row row : table.query(Key.tenant(tenant), OutboxItem.PREFIX)) {
      if (row.instant("due_at").isBefore(before)) {
        OutboxItem.read(row).ifPresentOrElse(messages::add, () -> skip(row));
      }
    }
    return messages;
  }

  /** Of a kind that a newer deployment knows, or broken: it stays, and the others go on. */
  private void skip(Row row) {
    log.warn("outbox_item_skipped", Map.of("pk", row.text("pk"), "sk", row.text("sk")));
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
