package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import java.util.Optional;

/** A message whose tenant is suspended; it waits for as long as that takes. */
final class HeldItem {
  static final String PREFIX = "HELD#";

  private HeldItem() {}

  record HeldKey(TenantId tenant, MessageId message) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return PREFIX + message.value();
    }
  }

  /** A copy that comes later is the same. */
  static Action put(Message message) {
    return Action.put(
        new Row.Writer(new HeldKey(message.tenant(), message.id()))
            .nested("message", StoredMessage.write(message)));
  }

  /** Only by the first who lets it go. */
  static Action take(Message message) {
    return Action.delete(new HeldKey(message.tenant(), message.id())).ifPresent();
  }

  static Optional<Message> read(Row row) {
    return StoredMessage.read(row, "message");
  }
}
