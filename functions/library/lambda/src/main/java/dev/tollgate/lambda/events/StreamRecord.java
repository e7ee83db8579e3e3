package dev.tollgate.lambda.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of one item of a DynamoDB table.
 *
 * @param change {@code INSERT}, {@code MODIFY} or {@code REMOVE}
 * @param sequence its place in the shard
 * @param key the item's key attributes
 * @param image the item after the change as plain values (texts, {@code BigDecimal}, booleans,
 *     maps, lists, null); empty where it was removed
 */
public record StreamRecord(
    String change,
    String sequence,
    Map<String, ?> key,
    Map<String, ? extends @Nullable Object> image) {
  static StreamRecord read(Object json) {
    Map<?, ?> record = EventFields.object(json);
    Map<?, ?> dynamodb = EventFields.object(record, "dynamodb");
    Map<?, ?> image =
        dynamodb.containsKey("NewImage") ? EventFields.object(dynamodb, "NewImage") : Map.of();
    return new StreamRecord(
        EventFields.text(record, "eventName"),
        EventFields.text(dynamodb, "SequenceNumber"),
        Attributes.plain(EventFields.object(dynamodb, "Keys")),
        Attributes.plain(image));
  }

  static String sequenceOf(Object json) {
    return EventFields.text(
        EventFields.object(EventFields.object(json), "dynamodb"), "SequenceNumber");
  }

  /** Without the values, which may be anything that stands in the table. */
  @Override
  public String toString() {
    return "StreamRecord[" + change + " " + sequence + "]";
  }
}
