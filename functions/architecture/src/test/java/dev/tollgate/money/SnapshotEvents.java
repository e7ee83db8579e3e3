package dev.tollgate.money;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.model.Event;
import dev.tollgate.core.billing.ProviderEvent;
import java.time.Instant;
import java.util.Optional;

/** Stripe's events as our webhook door takes them: whom and what they are about. */
final class SnapshotEvents {
  private SnapshotEvents() {}

  static Optional<ProviderEvent> read(Event event) {
    JsonObject object =
        event.getDataObjectDeserializer().getRawJson() == null
            ? new JsonObject()
            : com.google.gson.JsonParser.parseString(event.getDataObjectDeserializer().getRawJson())
                .getAsJsonObject();
    if (!object.has("id")) {
      return Optional.empty();
    }
    String id = object.get("id").getAsString();
    Optional<String> customer =
        object.get("object").getAsString().equals("customer")
            ? Optional.of(id)
            : Optional.ofNullable(object.get("customer"))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    return Optional.of(
        new ProviderEvent(
            event.getId(),
            event.getType(),
            Instant.ofEpochSecond(event.getCreated()),
            id,
            customer));
  }
}
