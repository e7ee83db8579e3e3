package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueActions.Parked;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far a list of parked actions has come. */
record ParkedPlace(Instant since, TenantId tenant, String key) {
  private static final String SEPARATOR = "\n";

  static ParkedPlace of(Parked last) {
    return new ParkedPlace(last.since(), last.tenant(), last.key());
  }

  String write() {
    return String.join(SEPARATOR, since.toString(), tenant.value(), key);
  }

  /** Empty where this was never one of ours. */
  static Optional<ParkedPlace> read(String text) {
    List<String> parts = List.of(text.split(SEPARATOR, -1));
    if (parts.size() != 3 || !Key.isPlausible(parts.get(2))) {
      return Optional.empty();
    }
    try {
      Instant since = Instant.parse(parts.get(0));
      return TenantId.parse(parts.get(1))
          .map(tenant -> new ParkedPlace(since, tenant, parts.get(2)));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** The index's keys. */
  Map<String, AttributeValue> attributes() {
    DueItem.DueKey action = new DueItem.DueKey(tenant, key);
    return Map.of(
        "due_shard", AttributeValue.fromS(DueItem.PARKED),
        "due_at", AttributeValue.fromS(Row.write(since)),
        "pk", AttributeValue.fromS(action.partition()),
        "sk", AttributeValue.fromS(action.sort()));
  }
}
