package dev.tollgate.webhooks;

import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An event as the body of a queue's record: a JSON object of texts, ids only. */
final class EventBody {
  private EventBody() {}

  /** Empty where the body is no event: poison. */
  static Optional<ProviderEvent> read(String body) {
    try {
      return Json.read(body.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> fields
          ? ProviderEvent.read(texts(fields))
          : Optional.empty();
    } catch (MalformedJson poison) {
      return Optional.empty();
    }
  }

  private static Map<String, String> texts(Map<?, ?> fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      if (field.getKey() instanceof String name && field.getValue() instanceof String text) {
        texts.put(name, text);
      }
    }
    return texts;
  }
}
