package dev.tollgate.dynamo;

import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A message inside an item: its own written form, as a map of texts. */
final class StoredMessage {
  private StoredMessage() {}

  static Row.Writer write(Message message) {
    Row.Writer fields = Row.Writer.nested();
    MessageFields.write(message).forEach(fields::text);
    return fields;
  }

  /** Empty where there is no message that we can read. */
  static Optional<Message> read(Row row, String name) {
    Map<String, String> fields = new HashMap<>();
    row.nested(name)
        .ifPresent(
            stored -> stored.attributes().forEach((key, value) -> fields.put(key, text(value))));
    return MessageFields.read(fields);
  }

  private static String text(AttributeValue value) {
    return value.s() == null ? "" : value.s();
  }
}
