package dev.tollgate.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Announcement.BlockListed;
import dev.tollgate.core.messages.Announcement.Published;
import dev.tollgate.core.messages.Announcement.UsageRecorded;
import dev.tollgate.core.messages.Announcement.VerificationRequested;
import dev.tollgate.core.messages.Consumer;
import dev.tollgate.core.messages.MessageQueue;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import dev.tollgate.testkit.servers.AwsBackend;
import dev.tollgate.testkit.servers.LocalAws;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

final class SqsQueuesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Ids IDS = new Ids(new Random(1));
  private static final TenantId TENANT = IDS.tenant(NOW);

  private static AwsBackend server;
  private static SqsClient reader;

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

  @Test
  void everyMessageArrivesAsItsFields() {
    String url = reader.createQueue(q -> q.queueName(AwsBackend.unique("arrives"))).queueUrl();
    List<dev.tollgate.core.messages.Message> messages = messages(23);

    try (ApplicationContext context = function(url)) {
      assertThat(context.getBean(MessageQueue.class).send(Consumer.NOTIFICATIONS, messages))
          .isEmpty();
    }

    List<Message> received = receiveAll(url);
    assertThat(received)
        .extracting(record -> MessageBody.read(record.body()).orElseThrow())
        .containsExactlyInAnyOrderElementsOf(messages);
    assertThat(received)
        .extracting(r -> r.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
        .containsOnly(TENANT.value());
  }

  @Test
  void aQueueThatIsNotThereIsUnavailable() {
    String url = server.queueEndpoint() + "/000000000000/missing";

    try (ApplicationContext context = function(url)) {
      MessageQueue queue = context.getBean(MessageQueue.class);
      assertThatThrownBy(() -> queue.send(Consumer.NOTIFICATIONS, messages(1)))
          .isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void nothingIsSentForNothing() {
    try (ApplicationContext context = function(server.queueEndpoint() + "/000000000000/missing")) {
      assertThat(context.getBean(MessageQueue.class).send(Consumer.NOTIFICATIONS, List.of()))
          .isEmpty();
    }
  }

  static Stream<Arguments> otherConsumers() {
    return Stream.of(
        Arguments.of(Consumer.METERING, new UsageRecorded("op_1", new Meter("operations"), 3)),
        Arguments.of(Consumer.KILL_SWITCH, new BlockListed("mail.example", "zen")),
        Arguments.of(Consumer.OUTGOING, new Published("tenant.restored", Map.of("state", "good"))));
  }

  @ParameterizedTest
  @MethodSource("otherConsumers")
  void eachOtherConsumerHasAQueueOfItsOwn(Consumer consumer, Announcement announcement) {
    Map<Consumer, String> urls = new EnumMap<>(Consumer.class);
    for (Consumer each : Consumer.values()) {
      String name = AwsBackend.unique(each.name().toLowerCase(Locale.ROOT));
      urls.put(each, reader.createQueue(q -> q.queueName(name)).queueUrl());
    }
    dev.tollgate.core.messages.Message message =
        dev.tollgate.core.messages.Message.of(announcement, TENANT, NOW, IDS);

    try (ApplicationContext context = function(urls)) {
      assertThat(context.getBean(MessageQueue.class).send(consumer, List.of(message))).isEmpty();
    }

    assertThat(urls)
        .allSatisfy(
            (each, url) ->
                assertThat(receiveAll(url))
                    .extracting(record -> MessageBody.read(record.body()).orElseThrow())
                    .isEqualTo(each == consumer ? List.of(message) : List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionWithoutAConsumersUrlDoesNotStart(Consumer consumer) {
    Map<Consumer, String> urls = urls(server.queueEndpoint() + "/000000000000/missing");
    urls.put(consumer, "");

    try (ApplicationContext context = function(urls)) {
      assertThatThrownBy(() -> context.getBean(MessageQueue.class))
          .hasMessageContaining(consumer.name() + "_QUEUE_URL");
    }
  }

  @Test
  void primingSendsNothing() {
    String url = reader.createQueue(q -> q.queueName(AwsBackend.unique("primed"))).queueUrl();

    try (ApplicationContext context = function(url)) {
      context.getBeansOfType(PrimedAtSnapshot.class).forEach(PrimedAtSnapshot::prime);
    }
    assertThat(receiveAll(url)).isEmpty();
  }

  private static List<dev.tollgate.core.messages.Message> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            _ ->
                dev.tollgate.core.messages.Message.of(
                    new VerificationRequested(IDS.user(NOW)), TENANT, NOW, IDS))
        .toList();
  }

  private static List<Message> receiveAll(String url) {
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
      received.addAll(batch);
    } while (!batch.isEmpty());
    return received;
  }

  private static ApplicationContext function(String url) {
    return function(urls(url));
  }

  /** Notifications there, and the others where nothing arrives. */
  private static Map<Consumer, String> urls(String notifications) {
    Map<Consumer, String> urls = new EnumMap<>(Consumer.class);
    for (Consumer each : Consumer.values()) {
      urls.put(each, server.queueEndpoint() + "/000000000000/" + each.name());
    }
    urls.put(Consumer.NOTIFICATIONS, notifications);
    return urls;
  }

  private static ApplicationContext function(Map<Consumer, String> urls) {
    Map<String, String> environment =
        new HashMap<>(
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
                server.queueEndpoint().toString()));
    urls.forEach((consumer, url) -> environment.put(consumer.name() + "_QUEUE_URL", url));
    return FunctionContext.start(environment);
  }
}
