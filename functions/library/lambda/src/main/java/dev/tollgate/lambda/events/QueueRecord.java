package dev.tollgate.lambda.events;

import java.util.Map;

/**
 * One message of an SQS queue.
 *
 * @param id SQS's own, which differs for two copies of one message
 * @param receives how often it was handed out, this time included
 * @param lane the message group; empty on a queue without
 */
public record QueueRecord(String id, String body, long receives, String lane) {
  static QueueRecord read(Object json) {
    Map<?, ?> record = EventFields.object(json);
    return new QueueRecord(
        EventFields.text(record, "messageId"),
        EventFields.text(record, "body"),
        EventFields.number(EventFields.object(record, "attributes"), "ApproximateReceiveCount"),
        EventFields.object(record, "attributes").get("MessageGroupId") instanceof String group
            ? group
            : "");
  }

  /** Without the body, which is for its consumer alone. */
  @Override
  public String toString() {
    return "QueueRecord[" + id + "]";
  }
}
