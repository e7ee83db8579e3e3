package dev.tollgate.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

  @Test
  void whatIsToBeBilledGoesToItsOwnQueue() {
    String told = reader.createQueue(q -> q.queueName(AwsBackend.unique("told"))).queueUrl();
    String billed = reader.createQueue(q -> q.queueName(AwsBackend.unique("billed"))).queueUrl();
    dev.tollgate.core.messages.Message usage =
        dev.tollgate.core.messages.Message.of(
            new UsageRecorded("op_1", new Meter("operations"), 3), TENANT, NOW, IDS);

    try (ApplicationContext context = function(told, billed)) {
      assertThat(context.getBean(MessageQueue.class).send(Consumer.METERING, List.of(usage)))
          .isEmpty();
    }

    assertThat(receiveAll(told)).isEmpty();
    assertThat(receiveAll(billed))
        .extracting(record -> MessageBody.read(record.body()).orElseThrow())
        .containsExactly(usage);
  }

  @Test
  void aFunctionWithoutTheUrlDoesNotStart() {
    try (ApplicationContext context = function("")) {
      assertThatThrownBy(() -> context.getBean(MessageQueue.class))
          .hasMessageContaining("NOTIFICATIONS_QUEUE_URL");
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
    return function(url, server.queueEndpoint() + "/000000000000/metering");
  }

  private static ApplicationContext function(String url, String meteringUrl) {
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
            "NOTIFICATIONS_QUEUE_URL",
            url,
            "METERING_QUEUE_URL",
            meteringUrl));
  }
}
