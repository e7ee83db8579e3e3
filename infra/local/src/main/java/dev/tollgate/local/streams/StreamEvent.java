package dev.tollgate.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Stream records as Lambda's event source mapping hands them to a function. */
final class StreamEvent {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StreamEvent() {}

  static byte[] of(List<JsonNode> records) {
    ObjectNode event = JSON.createObjectNode();
    event.putArray("Records").addAll(records);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  static JsonNode record(Record record, String streamArn) {
    ObjectNode json = JSON.createObjectNode();
    json.put("eventID", record.eventID());
    json.put("eventName", record.eventNameAsString());
    json.put("eventVersion", "1.1");
    json.put("eventSource", "aws:dynamodb");
    json.put("awsRegion", record.awsRegion());
    json.put("eventSourceARN", streamArn);
    StreamRecord change = record.dynamodb();
    ObjectNode dynamodb = json.putObject("dynamodb");
    if (change.approximateCreationDateTime() != null) {
      dynamodb.put(
          "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    }
    item(dynamodb, "Keys", change.keys());
    if (change.hasNewImage()) {
      item(dynamodb, "NewImage", change.newImage());
    }
    if (change.hasOldImage()) {
      item(dynamodb, "OldImage", change.oldImage());
    }
    dynamodb.put("SequenceNumber", change.sequenceNumber());
    dynamodb.put("SizeBytes", change.sizeBytes());
    dynamodb.put("StreamViewType", change.streamViewTypeAsString());
    return json;
  }

  private static void item(ObjectNode parent, String name, Map<String, AttributeValue> item) {
    ObjectNode json = parent.putObject(name);
    item.forEach((key, value) -> json.set(key, attribute(value)));
  }

  private static ObjectNode attribute(AttributeValue value) {
    ObjectNode json = JSON.createObjectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case B -> json.put("B", value.b().asByteArray());
      case SS -> texts(json.putArray("SS"), value.ss());
      case NS -> texts(json.putArray("NS"), value.ns());
      case BS -> {
        ArrayNode set = json.putArray("BS");
        value.bs().forEach(bytes -> set.add(bytes.asByteArray()));
      }
      case M -> item(json, "M", value.m());
      case L -> {
        ArrayNode list = json.putArray("L");
        value.l().forEach(element -> list.add(attribute(element)));
      }
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("an unknown attribute");
    }
    return json;
  }

  private static void texts(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
