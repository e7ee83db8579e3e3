package dev.tollgate.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where in the list of events somebody has come to: an event and when it was received. */
record EventPlace(Instant receivedAt, String event) {
  static EventPlace of(Row row) {
    return new EventPlace(row.instant("received_at"), row.text("id"));
  }

  String cursor() {
    return Cursor.write(Row.write(receivedAt) + "#" + event);
  }

  /** Empty where this was never one of ours. */
  static Optional<EventPlace> read(String cursor) {
    return Cursor.read(cursor).flatMap(EventPlace::parse);
  }

  private static Optional<EventPlace> parse(String place) {
    int end = place.indexOf('#');
    if (end < 0 || !Key.isPlausible(place.substring(end + 1))) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.parse(place.substring(0, end));
      return Optional.of(new EventPlace(at, place.substring(end + 1)));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  LocalDate day() {
    return EventItem.day(receivedAt);
  }

  /** The keys of the event's item in the index. */
  Map<String, AttributeValue> keys() {
    Map<String, AttributeValue> keys = new HashMap<>(new EventItem.EventKey(event).attributes());
    keys.put("due_shard", AttributeValue.fromS(EventItem.shard(day())));
    keys.put("due_at", AttributeValue.fromS(Row.write(receivedAt)));
    return keys;
  }
}
