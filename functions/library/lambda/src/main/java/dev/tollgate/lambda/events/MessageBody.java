package dev.tollgate.lambda.events;

import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageFields;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message as the body of a queue's record: a JSON object of texts, ids only. */
public final class MessageBody {
  private MessageBody() {}

  public static String write(Message message) {
    return new String(Json.write(MessageFields.write(message)), StandardCharsets.UTF_8);
  }

  /** Empty where the body is no message of a kind we know: poison. */
  public static Optional<Message> read(String body) {
    try {
      return fields(Json.read(body.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedJson poison) {
      return Optional.empty();
    }
  }

  /** The same for a value that was read already, such as an attribute of an item. */
  public static Optional<Message> fields(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      return Optional.empty();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      if (field.getKey() instanceof String name && field.getValue() instanceof String text) {
        texts.put(name, text);
      }
    }
    return MessageFields.read(texts);
  }
}
