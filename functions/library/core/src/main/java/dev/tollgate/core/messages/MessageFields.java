package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one written form of a message, the same in the outbox, on the stream and on a queue: a flat
 * map of texts, which is a JSON object of strings on the wire. Names are kept for ever, since
 * messages outlive deployments.
 */
public final class MessageFields {
  private MessageFields() {}

  public static Map<String, String> write(Message message) {
    Map<String, String> fields = new TreeMap<>(AnnouncementFields.write(message.announcement()));
    fields.put("id", message.id().value());
    fields.put("tenant_id", message.tenant().value());
    fields.put("at", message.at().toString());
    return fields;
  }

  /** Empty where the map is not a message of a kind we know; such a message is poison. */
  public static Optional<Message> read(Map<String, String> fields) {
    try {
      TextFields texts = new TextFields(fields);
      return AnnouncementFields.read(texts)
          .map(
              announcement ->
                  new Message(
                      new MessageId(texts.text("id")),
                      new TenantId(texts.text("tenant_id")),
                      Instant.parse(texts.text("at")),
                      announcement));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
