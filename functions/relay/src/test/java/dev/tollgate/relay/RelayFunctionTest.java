package dev.tollgate.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.messages.Announcement.PasswordChanged;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageFields;
import dev.tollgate.lambda.events.EventDoor;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.testkit.servers.AwsBackend;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The function as Lambda starts it, over a real table and a real queue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RelayFunctionTest {
  private static final String TABLE = AwsBackend.unique("tollgate");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final Ids ids = new Ids(new Random(1));
  private final AwsBackend aws = AwsBackend.start();
  private final DynamoDbClient table = aws.dynamoDb();
  private final SqsClient queue = aws.queues();

  private String url = "";

  @BeforeAll
  void start() {
    TableDefinition.ofProject().create(table, TABLE);
    url = queue.createQueue(q -> q.queueName(AwsBackend.unique("notifications"))).queueUrl();
  }

  @AfterAll
  void stop() {
    table.close();
    queue.close();
    aws.close();
  }

  @Test
  void theStreamAndTheSweepBringMessagesToTheQueueAndClearTheOutbox() {
    Message streamed = stored(message());
    Message missed = stored(message());

    try (EventDoor door = new EventDoor(environment())) {
      assertThat(call(door, insertOf(streamed))).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(received()).isEqualTo(streamed);
      assertThat(waiting()).isEqualTo(1);

      assertThat(call(door, "{\"schedule\":\"sweep-outbox\"}")).isEqualTo("{}");
      assertThat(received()).isEqualTo(missed);
      assertThat(waiting()).isZero();
    }
  }

  private Message message() {
    return Message.of(new PasswordChanged(ids.user(LONG_AGO)), ids.tenant(LONG_AGO), LONG_AGO, ids);
  }

  /** An outbox item as every transaction of the product writes it. */
  private Message stored(Message message) {
    Map<String, AttributeValue> item =
        Map.of(
            "pk", AttributeValue.fromS("TENANT#" + message.tenant().value()),
            "sk", AttributeValue.fromS("OUTBOX#" + message.id().value()),
            "consumer", AttributeValue.fromS("notifications"),
            "message", AttributeValue.fromM(attributes(message)),
            "due_shard", AttributeValue.fromS("OUTBOX#3"),
            "due_at", AttributeValue.fromS(message.at().toString()));
    table.putItem(put -> put.tableName(TABLE).item(item));
    return message;
  }

  private static Map<String, AttributeValue> attributes(Message message) {
    return MessageFields.write(message).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> AttributeValue.fromS(e.getValue())));
  }

  private static String insertOf(Message message) {
    String fields =
        MessageFields.write(message).entrySet().stream()
            .map(e -> "\"%s\":{\"S\":\"%s\"}".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(","));
    String key =
        "\"pk\":{\"S\":\"TENANT#%s\"},\"sk\":{\"S\":\"OUTBOX#%s\"}"
            .formatted(message.tenant().value(), message.id().value());
    return """
    {"Records":[{"eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":{
      "SequenceNumber":"1","Keys":{%s},"NewImage":{%s,"message":{"M":{%s}}}}}]}\
    """
        .formatted(key, key, fields);
  }

  private Message received() {
    var record = queue.receiveMessage(r -> r.queueUrl(url)).messages().getFirst();
    queue.deleteMessage(d -> d.queueUrl(url).receiptHandle(record.receiptHandle()));
    return MessageBody.read(record.body()).orElseThrow();
  }

  private int waiting() {
    return table.scan(scan -> scan.tableName(TABLE)).count();
  }

  private static String call(EventDoor door, String event) {
    return new String(door.handle(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("STAGE", "local"),
        Map.entry("TABLE_NAME", TABLE),
        Map.entry("NOTIFICATIONS_QUEUE_URL", url),
        Map.entry("METERING_QUEUE_URL", url),
        Map.entry("KILL_SWITCH_QUEUE_URL", url),
        Map.entry("OUTGOING_QUEUE_URL", url),
        Map.entry("DYNAMODB_ENDPOINT", aws.dynamoDbEndpoint().toString()),
        Map.entry("SQS_ENDPOINT", aws.queueEndpoint().toString()),
        Map.entry("AWS_REGION", LocalAws.REGION),
        Map.entry("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY_ID),
        Map.entry("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_ACCESS_KEY));
  }
}
