package dev.tollgate.local.queues;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testkit.servers.LocalAws;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Messages as Lambda's event source mapping hands them to a function. */
final class SqsEvent {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SqsEvent() {}

  static byte[] of(String queueName, List<Message> messages) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> write(records.addObject(), queueName, message));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(ObjectNode json, String queueName, Message message) {
    json.put("messageId", message.messageId());
    json.put("receiptHandle", message.receiptHandle());
    json.put("body", message.body());
    ObjectNode attributes = json.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode own = json.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> write(own.putObject(name), value));
    json.put("md5OfBody", message.md5OfBody());
    json.put("eventSource", "aws:sqs");
    json.put("eventSourceARN", Queues.arn(queueName));
    json.put("awsRegion", LocalAws.REGION);
  }

  private static void write(ObjectNode json, MessageAttributeValue value) {
    json.put("stringValue", value.stringValue());
    if (value.binaryValue() != null) {
      json.put("binaryValue", value.binaryValue().asByteArray());
    }
    json.putArray("stringListValues");
    json.putArray("binaryListValues");
    json.put("dataType", value.dataType());
  }
}
