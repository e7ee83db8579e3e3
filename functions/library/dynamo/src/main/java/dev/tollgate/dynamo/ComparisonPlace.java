package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where in the list of customers somebody has come to, shard by shard. */
record ComparisonPlace(String shard, Instant dueAt, TenantId tenant) {
  static ComparisonPlace of(Row row) {
    return new ComparisonPlace(
        row.text("due_shard"), row.instant("due_at"), ComparisonItem.tenant(row));
  }

  String cursor() {
    return Cursor.write(shard + " " + Row.write(dueAt) + " " + tenant.value());
  }

  /** Empty where this was never one of ours. */
  static Optional<ComparisonPlace> read(String cursor) {
    return Cursor.read(cursor).map(place -> place.split(" ", -1)).flatMap(ComparisonPlace::parse);
  }

  private static Optional<ComparisonPlace> parse(String[] parts) {
    if (parts.length != 3 || !ComparisonItem.SHARDS.all().contains(parts[0])) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ComparisonPlace(parts[0], Instant.parse(parts[1]), new TenantId(parts[2])));
    } catch (DateTimeParseException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** The keys of the item in the index. */
  Map<String, AttributeValue> keys() {
    Map<String, AttributeValue> keys =
        new HashMap<>(new ComparisonItem.ComparisonKey(tenant).attributes());
    keys.put("due_shard", AttributeValue.fromS(shard));
    keys.put("due_at", AttributeValue.fromS(Row.write(dueAt)));
    return keys;
  }
}
