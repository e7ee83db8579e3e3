package dev.tollgate.local.queues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.quiet.Quiet;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.QueueDefinition;
import dev.tollgate.local.template.Trigger;
import dev.tollgate.testkit.servers.QueueServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class QueuePumpTest {
  private static QueueServer server = QueueServer.inMemory();
  private static SqsClient client = server.client();

  private final Activity activity = new Activity();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private String name = "";

  @BeforeAll
  static void wake() {
    client.listQueues();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @BeforeEach
  void nameQueue(TestInfo test) {
    name = test.getTestMethod().orElseThrow().getName();
  }

  @Test
  void messagesArriveInBatchesAsSqsEvents() {
    Queues queues = queues(3);
    client.sendMessage(
        m ->
            m.queueUrl(queues.url(name))
                .messageBody("0")
                .messageAttributes(
                    Map.of(
                        "kind",
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue("letter")
                            .build())));
    for (int i = 1; i < 12; i++) {
      queues.send(name, Integer.toString(i));
    }
    run(queues, 10, event -> "{\"batchItemFailures\":[]}");

    assertThat(events.getFirst().path("Records")).hasSize(10);
    assertThat(events.stream().mapToInt(e -> e.path("Records").size()).sum()).isEqualTo(12);
    JsonNode record = events.getFirst().path("Records").path(0);
    assertThat(record.path("messageId").asText()).isNotEmpty();
    assertThat(record.path("receiptHandle").asText()).isNotEmpty();
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").asText()).endsWith(":" + name);
    assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(record.path("messageAttributes").path("kind").path("stringValue").asText())
        .isEqualTo("letter");
  }

  @Test
  void onlyWhatFailedComesAgain() {
    Queues queues = queues(5);
    for (String body : List.of("good", "flaky", "fine")) {
      queues.send(name, body);
    }
    run(queues, 10, event -> failures(event, "flaky", 2));

    assertThat(bodies()).containsOnlyOnce("good", "fine");
    assertThat(bodies().stream().filter("flaky"::equals)).hasSize(2);
    assertThat(queues.depths()).containsEntry(name, new QueueDepth(0, 0, 0));
  }

  @Test
  void poisonEndsInTheDeadLettersAndHarmsNoNeighbour() {
    Queues queues = queues(3);
    for (String body : List.of("good", "poison", "fine")) {
      queues.send(name, body);
    }
    run(queues, 10, event -> failures(event, "poison", Integer.MAX_VALUE));

    assertThat(bodies().stream().filter("poison"::equals)).hasSize(3);
    assertThat(bodies()).containsOnlyOnce("good", "fine");
    assertThat(queues.depths()).containsEntry(name, new QueueDepth(0, 0, 1));
  }

  @Test
  void anExceptionBringsTheWholeBatchAgain() {
    Queues queues = queues(5);
    queues.send(name, "a");
    queues.send(name, "b");
    run(
        queues,
        10,
        event -> {
          if (events.size() == 1) {
            throw new IllegalStateException("out of order");
          }
          return "";
        });

    assertThat(bodies()).containsExactlyInAnyOrder("a", "b", "a", "b");
  }

  @Test
  void anAnswerThatNamesAnUnknownMessageFailsTheWholeBatch() {
    Queues queues = queues(2);
    queues.send(name, "a");
    run(queues, 10, event -> "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}");

    assertThat(queues.depths()).containsEntry(name, new QueueDepth(0, 0, 1));
  }

  @Test
  void aLaneKeepsItsOrderWhenItsFirstMessageFails() {
    name += ".fifo";
    Queues queues = queues(5);
    send(queues, "a", "a1", "a2");
    send(queues, "b", "b1");
    run(queues, 10, event -> laneFails(event, "a1", 3));

    assertThat(bodies()).filteredOn("b1"::equals).hasSize(1);
    assertThat(bodies()).filteredOn(body -> body.startsWith("a")).endsWith("a1", "a2");
    assertThat(bodies()).filteredOn("a1"::equals).hasSize(3);
    assertThat(events.getFirst().at("/Records/0/attributes/MessageGroupId").asText())
        .isEqualTo("a");
    assertThat(queues.depths()).containsEntry(name, new QueueDepth(0, 0, 0));
  }

  @Test
  void poisonOfALaneLetsTheNextOnePassAtLast() {
    name += ".fifo";
    Queues queues = queues(2);
    send(queues, "a", "poison", "fine");
    run(queues, 1, event -> failures(event, "poison", Integer.MAX_VALUE));

    assertThat(bodies()).containsExactly("poison", "poison", "fine");
    assertThat(queues.depths()).containsEntry(name, new QueueDepth(0, 0, 1));
  }

  private static void send(Queues queues, String lane, String... bodies) {
    String url = queues.url(queues.depths().keySet().iterator().next());
    for (String body : bodies) {
      client.sendMessage(
          m -> m.queueUrl(url).messageBody(body).messageGroupId(lane).messageDeduplicationId(body));
    }
  }

  /** As a function does that reads lanes: with the first that fails its followers fail too. */
  private static String laneFails(String event, String body, int seen) {
    List<String> failed = new ArrayList<>();
    String lane = "";
    for (JsonNode record : Fakes.json(event).path("Records")) {
      String own = record.at("/attributes/MessageGroupId").asText();
      boolean fails =
          record.path("body").asText().equals(body)
              && record.at("/attributes/ApproximateReceiveCount").asInt() < seen;
      if (fails || own.equals(lane)) {
        lane = own;
        failed.add("{\"itemIdentifier\":\"" + record.path("messageId").asText() + "\"}");
      }
    }
    return "{\"batchItemFailures\":[" + String.join(",", failed) + "]}";
  }

  private Queues queues(int maxReceiveCount) {
    boolean fifo = name.endsWith(".fifo");
    String dead = "dead-" + name;
    Map<String, String> kind = fifo ? Map.of("FifoQueue", "true") : Map.of();
    Map<String, String> attributes = new HashMap<>(kind);
    attributes.put("VisibilityTimeout", "30");
    return Queues.create(
        client,
        List.of(
            new QueueDefinition(name, attributes, Optional.of(dead), maxReceiveCount),
            new QueueDefinition(dead, kind, Optional.empty(), 0)),
        Set.of(dead));
  }

  private void run(Queues queues, int batchSize, UnaryOperator<String> function) {
    Trigger.Queue trigger = new Trigger.Queue(name, batchSize, true);
    FunctionDefinition definition = Fakes.definition("worker", trigger);
    Functions functions =
        Fakes.functions(
            "worker",
            activity,
            event -> {
              events.add(Fakes.json(event));
              return function.apply(event);
            });
    try (functions;
        QueuePump pump =
            new QueuePump(trigger, definition, functions, client, queues, Fakes.NO_LOG)) {
      pump.start();
      assertThat(new Quiet(activity, List.of(queues)).await(Duration.ofSeconds(20))).isEmpty();
    }
  }

  /** Fails the message with the given body until it has been seen so often. */
  private String failures(String event, String body, int seen) {
    for (JsonNode record : Fakes.json(event).path("Records")) {
      if (record.path("body").asText().equals(body)
          && record.path("attributes").path("ApproximateReceiveCount").asInt() < seen) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
            .formatted(record.path("messageId").asText());
      }
    }
    return "{\"batchItemFailures\":[]}";
  }

  private List<String> bodies() {
    return events.stream()
        .flatMap(event -> event.path("Records").valueStream())
        .map(record -> record.path("body").asText())
        .toList();
  }
}
