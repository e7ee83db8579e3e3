package dev.tollgate.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tollgate.core.billing.ProviderEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an event what it is about and nothing else: of snapshot events ({@code event}) and
 * thin ones ({@code v2.core.event}) alike. Not by the client's models, which depend on the version
 * that an endpoint was made with.
 */
final class EventReader {
  private EventReader() {}

  /**
   * @param live whether it tells of real money
   */
  record Read(ProviderEvent event, boolean live) {}

  /** Empty where it is no event; may throw any unchecked exception where it is not even JSON. */
  static Optional<Read> read(String body) {
    if (!(JsonParser.parseString(body) instanceof JsonObject event)) {
      return Optional.empty();
    }
    Optional<Boolean> live = flag(event, "livemode");
    Optional<ProviderEvent> read =
        switch (text(event, "object").orElse("")) {
          case "event" -> snapshot(event);
          case "v2.core.event" -> thin(event);
          default -> Optional.empty();
        };
    return live.flatMap(mode -> read.map(known -> new Read(known, mode)));
  }

  private static Optional<ProviderEvent> snapshot(JsonObject event) {
    if (!(event.get("data") instanceof JsonObject data)
        || !(data.get("object") instanceof JsonObject object)) {
      return Optional.empty();
    }
    Optional<String> before =
        data.get("previous_attributes") instanceof JsonObject previous
            ? text(previous, "customer")
            : Optional.empty();
    return text(event, "id")
        .flatMap(
            id ->
                text(event, "type")
                    .map(
                        type ->
                            snapshot(
                                id,
                                type,
                                Wire.instant(event.get("created").getAsLong()),
                                object,
                                before)));
  }

  /**
   * @param object what it happened to
   * @param before the customer that the object belonged to until now, where it belongs to nobody
   */
  static ProviderEvent snapshot(
      String id, String type, Instant createdAt, JsonObject object, Optional<String> before) {
    return new ProviderEvent(
        id, type, createdAt, text(object, "id").orElse(id), customer(object).or(() -> before));
  }

  private static Optional<ProviderEvent> thin(JsonObject event) {
    Optional<String> subject =
        event.get("related_object") instanceof JsonObject related
            ? text(related, "id")
            : Optional.empty();
    return text(event, "id")
        .flatMap(
            id ->
                text(event, "type")
                    .map(
                        type ->
                            new ProviderEvent(
                                id,
                                type,
                                Instant.parse(event.get("created").getAsString()),
                                subject.orElse(id),
                                Optional.empty())));
  }

  private static Optional<String> customer(JsonObject object) {
    return text(object, "object").filter("customer"::equals).isPresent()
        ? text(object, "id")
        : text(object, "customer");
  }

  static Optional<String> text(JsonObject object, String name) {
    return isPrimitive(object.get(name)) && object.get(name).getAsJsonPrimitive().isString()
        ? Wire.text(object.get(name).getAsString())
        : Optional.empty();
  }

  private static Optional<Boolean> flag(JsonObject object, String name) {
    return isPrimitive(object.get(name)) && object.get(name).getAsJsonPrimitive().isBoolean()
        ? Optional.of(object.get(name).getAsBoolean())
        : Optional.empty();
  }

  private static boolean isPrimitive(@Nullable JsonElement element) {
    return element != null && element.isJsonPrimitive();
  }
}
