package dev.tollgate.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.MessageQueue;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import dev.tollgate.testkit.servers.AwsBackend;
import dev.tollgate.testkit.servers.LocalAws;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

final class SqsEventQueueTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static AwsBackend server;
  private static SqsClient reader;

  private String url;
  private ApplicationContext function;

  @BeforeAll
  static void start() {
    server = AwsBackend.start();
    reader = server.queues();
  }

  @AfterAll
  static void stop() {
    reader.close();
    server.close();
  }

  @BeforeEach
  void make() {
    url =
        reader
            .createQueue(
                queue ->
                    queue
                        .queueName(AwsBackend.unique("events") + ".fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    function = function(url);
  }

  @AfterEach
  void close() {
    function.close();
  }

  @Test
  void anEventArrivesAsItsFieldsInItsCustomersLane() {
    ProviderEvent event = event("evt_1", Optional.of("cus_1"));

    queue().send(event);

    Message message = receiveAll().getFirst();
    assertThat(read(message)).contains(event);
    assertThat(group(message)).isEqualTo("cus_1");
  }

  @Test
  void anEventOfNoCustomerHasTheLaneOfItsSubject() {
    queue().send(event("evt_1", Optional.empty()));

    assertThat(group(receiveAll().getFirst())).isEqualTo("sub_1");
  }

  @Test
  void copiesOfOneEventBecomeOneMessage() {
    for (int copy = 0; copy < 50; copy++) {
      queue().send(event("evt_1", Optional.of("cus_1")));
    }

    assertThat(receiveAll()).hasSize(1);
  }

  @Test
  void whatIsAskedForAgainIsNoCopy() {
    ProviderEvent event = event("evt_1", Optional.of("cus_1"));

    queue().send(event);
    queue().resend(event, NOW);
    queue().resend(event, NOW); // a double click
    queue().resend(event, NOW.plusMillis(1));

    assertThat(receiveAll()).extracting(message -> read(message).orElseThrow()).hasSize(3);
  }

  @Test
  void aLaneThatSqsWouldNotTakeGetsANameOfItsOwn() {
    String tooLong = "cus_" + "x".repeat(200);
    queue().send(event("evt_1", Optional.of(tooLong + "1")));
    queue().send(event("evt_2", Optional.of(tooLong + "2")));
    queue().send(event("evt 3", Optional.of("a blank, an ä")));

    List<Message> received = receiveAll();
    assertThat(received).extracting(SqsEventQueueTest::group).doesNotHaveDuplicates().hasSize(3);
    assertThat(received)
        .extracting(message -> read(message).orElseThrow().lane())
        .containsExactlyInAnyOrder(tooLong + "1", tooLong + "2", "a blank, an ä");
  }

  @Test
  void aQueueThatIsNotThereIsUnavailable() {
    try (ApplicationContext lost = function(server.queueEndpoint() + "/000000000000/no.fifo")) {
      EventQueue queue = lost.getBean(EventQueue.class);
      assertThatThrownBy(() -> queue.send(event("evt_1", Optional.empty())))
          .isInstanceOf(Unavailable.class);
      assertThatThrownBy(() -> queue.resend(event("evt_1", Optional.empty()), NOW))
          .isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void aFunctionThatSendsEventsNeedsTheirQueueAndNoConsumers() {
    assertThat(function.getBean(EventQueue.class)).isNotNull();
    assertThatThrownBy(() -> function.getBean(MessageQueue.class))
        .hasMessageContaining("NOTIFICATIONS_QUEUE_URL");
    try (ApplicationContext without = function("")) {
      assertThatThrownBy(() -> without.getBean(EventQueue.class))
          .hasMessageContaining("STRIPE_EVENTS_QUEUE_URL");
    }
  }

  @Test
  void primingSendsNothing() {
    function.getBeansOfType(PrimedAtSnapshot.class).forEach(PrimedAtSnapshot::prime);

    assertThat(receiveAll()).isEmpty();
  }

  private EventQueue queue() {
    return function.getBean(EventQueue.class);
  }

  private static ProviderEvent event(String id, Optional<String> customer) {
    return new ProviderEvent(id, "customer.subscription.updated", NOW, "sub_1", customer);
  }

  private static Optional<ProviderEvent> read(Message message) {
    Map<String, String> fields = new HashMap<>();
    if (Json.read(message.body().getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> body) {
      body.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
    }
    return ProviderEvent.read(fields);
  }

  private static String group(Message message) {
    return message.attributes().getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, "");
  }

  /** Deletes what it received, since a FIFO queue holds a lane back until then. */
  private List<Message> receiveAll() {
    List<Message> received = new ArrayList<>();
    List<Message> batch;
    do {
      batch =
          reader
              .receiveMessage(
                  r ->
                      r.queueUrl(url)
                          .maxNumberOfMessages(10)
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      batch.forEach(
          message ->
              reader.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle())));
      received.addAll(batch);
    } while (!batch.isEmpty());
    return received;
  }

  private static ApplicationContext function(String url) {
    return FunctionContext.start(
        Map.of(
            "STAGE",
            "local",
            "AWS_REGION",
            LocalAws.REGION,
            "AWS_ACCESS_KEY_ID",
            LocalAws.ACCESS_KEY_ID,
            "AWS_SECRET_ACCESS_KEY",
            LocalAws.SECRET_ACCESS_KEY,
            "SQS_ENDPOINT",
            server.queueEndpoint().toString(),
            "STRIPE_EVENTS_QUEUE_URL",
            url));
  }
}
