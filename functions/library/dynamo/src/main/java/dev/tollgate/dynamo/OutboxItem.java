package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Consumer;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A message that waits for the relay; it stands in the due index until a queue has taken it. */
final class OutboxItem {
  static final String PREFIX = "OUTBOX#";

  /** Spreads the index over partitions; the sweep reads them all. */
  static final Shards SHARDS = new Shards("OUTBOX#", 8);

  private OutboxItem() {}

  record OutboxKey(TenantId tenant, MessageId message) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return PREFIX + message.value();
    }
  }

  static Action put(Message message) {
    return put(message, message.at());
  }

  /**
   * @param due from when on it counts as overdue: that of a message on its way again is not the
   *     time of its writing
   */
  static Action put(Message message, Instant due) {
    String consumer = Consumer.of(message.announcement()).name().toLowerCase(Locale.ROOT);
    return Action.put(
        new Row.Writer(new OutboxKey(message.tenant(), message.id()))
            .nested("message", StoredMessage.write(message))
            .text("consumer", consumer)
            .text("due_shard", SHARDS.of(message.id().value()))
            .instant("due_at", due));
  }

  /** Empty where the item holds no message that we can read. */
  static Optional<Message> read(Row row) {
    return StoredMessage.read(row, "message");
  }
}
