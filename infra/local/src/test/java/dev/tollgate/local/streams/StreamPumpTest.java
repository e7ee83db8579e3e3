package dev.tollgate.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.queues.Queues;
import dev.tollgate.local.quiet.Quiet;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.QueueDefinition;
import dev.tollgate.local.template.Trigger;
import dev.tollgate.testkit.servers.DynamoDbServer;
import dev.tollgate.testkit.servers.QueueServer;
import dev.tollgate.testkit.servers.TableDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class StreamPumpTest {
  private static final DynamoDbServer DATABASE = DynamoDbServer.inMemory();
  private static final QueueServer QUEUE_SERVER = QueueServer.inMemory();
  private static final DynamoDbClient CLIENT = DATABASE.client();
  private static final DynamoDbStreamsClient STREAMS = DATABASE.streams();
  private static final SqsClient SQS = QUEUE_SERVER.client();
  private static final String OUTBOX_ONLY =
      "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[{\"prefix\":\"OUTBOX#\"}]}}}}";

  private final Activity activity = new Activity();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private String table = "";

  @AfterAll
  static void stop() {
    SQS.close();
    STREAMS.close();
    CLIENT.close();
    QUEUE_SERVER.close();
    DATABASE.close();
  }

  @BeforeEach
  void makeTable(TestInfo test) {
    table = test.getTestMethod().orElseThrow().getName();
    TableDefinition.ofProject().create(CLIENT, table);
  }

  @Test
  void recordsThatPassTheFilterArriveAsStreamEvents(@TempDir Path directory) {
    put("USER#1");
    put("OUTBOX#1");
    put("OUTBOX#1"); // a change, not an insert
    run(directory, 2, event -> "");

    assertThat(keys()).containsExactly("OUTBOX#1");
    JsonNode record = events.getFirst().path("Records").path(0);
    assertThat(record.path("eventName").asText()).isEqualTo("INSERT");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    JsonNode image = record.path("dynamodb").path("NewImage");
    assertThat(image.path("count").path("N").asText()).isEqualTo("7");
    assertThat(image.path("deep").path("M").path("list").path("L").path(0).path("BOOL").asBoolean())
        .isTrue();
    assertThat(record.path("dynamodb").path("SequenceNumber").asText()).isNotEmpty();
  }

  @Test
  void batchesAreNoLargerThanTheTemplateWants(@TempDir Path directory) {
    for (int i = 0; i < 5; i++) {
      put("OUTBOX#" + i);
    }
    run(directory, 2, event -> "");

    assertThat(events).extracting(e -> e.path("Records").size()).containsExactly(2, 2, 1);
    assertThat(keys()).containsExactly("OUTBOX#0", "OUTBOX#1", "OUTBOX#2", "OUTBOX#3", "OUTBOX#4");
  }

  @Test
  void aRestartGoesOnWhereTheLastRunEnded(@TempDir Path directory) {
    put("OUTBOX#1");
    run(directory, 10, event -> "");
    put("OUTBOX#2");
    run(directory, 10, event -> "");

    assertThat(keys()).containsExactly("OUTBOX#1", "OUTBOX#2");
  }

  @Test
  void whatFailedComesAgainInItsOrder(@TempDir Path directory) {
    put("OUTBOX#1");
    put("OUTBOX#2");
    put("OUTBOX#3");
    run(
        directory,
        10,
        event -> {
          JsonNode second = Fakes.json(event).path("Records").path(1);
          return events.size() > 1
              ? ""
              : "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
                  .formatted(StreamEvent.sequenceNumber(second));
        });

    assertThat(keys()).containsExactly("OUTBOX#1", "OUTBOX#2", "OUTBOX#3", "OUTBOX#2", "OUTBOX#3");
  }

  @Test
  void poisonIsFoundByHalvingAndGivenUpAloneWithANote(@TempDir Path directory) {
    for (String key : List.of("OUTBOX#1", "OUTBOX#2", "OUTBOX#poison", "OUTBOX#4")) {
      put(key);
    }
    run(
        directory,
        10,
        event -> {
          if (event.contains("OUTBOX#poison")) {
            throw new IllegalStateException("poison");
          }
          return "";
        });

    List<String> deliveredAlone =
        events.stream()
            .filter(event -> !event.toString().contains("OUTBOX#poison"))
            .flatMap(event -> event.path("Records").valueStream())
            .map(StreamPumpTest::sortKey)
            .toList();
    assertThat(deliveredAlone).containsExactly("OUTBOX#1", "OUTBOX#2", "OUTBOX#4");
    String note =
        SQS.receiveMessage(r -> r.queueUrl(SQS.getQueueUrl(u -> u.queueName(table)).queueUrl()))
            .messages()
            .getFirst()
            .body();
    assertThat(Fakes.json(note).path("DDBStreamBatchInfo").path("batchSize").asInt()).isEqualTo(1);
    assertThat(note).doesNotContain("OUTBOX#poison");
  }

  private void run(Path directory, int batchSize, UnaryOperator<String> function) {
    Trigger.Stream trigger =
        new Trigger.Stream(
            "Outbox",
            table,
            batchSize,
            true,
            true,
            true,
            2,
            Optional.of(table),
            List.of(OUTBOX_ONLY),
            Fakes.PLACE);
    FunctionDefinition definition = Fakes.definition("relay", trigger);
    Queues queues =
        Queues.create(
            SQS, List.of(new QueueDefinition(table, Map.of(), Optional.empty(), 0)), Set.of(table));
    Functions functions =
        Fakes.functions(
            "relay",
            activity,
            event -> {
              events.add(Fakes.json(event));
              return function.apply(event);
            });
    try (functions;
        StreamPump pump =
            new Streams(CLIENT, STREAMS, directory)
                .pump(definition, trigger, functions, queues, Fakes.NO_LOG)) {
      pump.start();
      assertThat(new Quiet(activity, List.of(pump)).await(Duration.ofSeconds(20))).isEmpty();
    }
  }

  private void put(String sortKey) {
    CLIENT.putItem(
        p ->
            p.tableName(table)
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("TENANT#1"),
                        "sk", AttributeValue.fromS(sortKey),
                        "changed", AttributeValue.fromN(Long.toString(System.nanoTime())),
                        "count", AttributeValue.fromN("7"),
                        "deep",
                            AttributeValue.fromM(
                                Map.of(
                                    "list",
                                    AttributeValue.fromL(
                                        List.of(AttributeValue.fromBool(true))))))));
  }

  private List<String> keys() {
    return events.stream()
        .flatMap(event -> event.path("Records").valueStream())
        .map(StreamPumpTest::sortKey)
        .toList();
  }

  private static String sortKey(JsonNode record) {
    return record.path("dynamodb").path("Keys").path("sk").path("S").asText();
  }
}
