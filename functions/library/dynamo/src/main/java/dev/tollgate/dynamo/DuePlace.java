package dev.tollgate.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far a run has come on the schedule: all shards once, from one of them on.
 *
 * @param begun the shard it began with
 * @param done how many shards lie behind it
 * @param last the index's keys of the last item of the present shard, empty at its beginning
 */
record DuePlace(int begun, int done, Map<String, AttributeValue> last) {
  private static final List<String> KEYS = List.of("due_at", "pk", "sk");
  private static final String SEPARATOR = "\n";

  static DuePlace first(Instant now) {
    long minute = now.getEpochSecond() / Duration.ofMinutes(1).toSeconds();
    return new DuePlace(Math.floorMod(minute, DueItem.SHARDS.number()), 0, Map.of());
  }

  String shard() {
    return DueItem.SHARDS.all().get((begun + done) % DueItem.SHARDS.number());
  }

  Optional<DuePlace> nextShard() {
    return done + 1 < DueItem.SHARDS.number()
        ? Optional.of(new DuePlace(begun, done + 1, Map.of()))
        : Optional.empty();
  }

  DuePlace behind(Row row) {
    return new DuePlace(
        begun, done, keys(row.text("due_at"), row.text("pk"), row.text("sk"), shard()));
  }

  String write() {
    String place = begun + SEPARATOR + done;
    return last.isEmpty()
        ? place
        : place
            + SEPARATOR
            + String.join(SEPARATOR, KEYS.stream().map(key -> new Row(last).text(key)).toList());
  }

  static DuePlace read(String text) {
    List<String> parts = List.of(text.split(SEPARATOR));
    DuePlace place =
        new DuePlace(Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1)), Map.of());
    return parts.size() == 2
        ? place
        : new DuePlace(
            place.begun, place.done, keys(parts.get(2), parts.get(3), parts.get(4), place.shard()));
  }

  private static Map<String, AttributeValue> keys(
      String dueAt, String partition, String sort, String shard) {
    return Map.of(
        "due_at", AttributeValue.fromS(dueAt),
        "pk", AttributeValue.fromS(partition),
        "sk", AttributeValue.fromS(sort),
        "due_shard", AttributeValue.fromS(shard));
  }
}
