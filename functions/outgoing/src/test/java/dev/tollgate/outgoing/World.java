package dev.tollgate.outgoing;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.Endpoint;
import dev.tollgate.core.outgoing.EndpointSettings;
import dev.tollgate.core.outgoing.EndpointUrl;
import dev.tollgate.core.outgoing.Endpoints;
import dev.tollgate.core.outgoing.WebhookDeliveries;
import dev.tollgate.core.outgoing.WebhookSecret;
import dev.tollgate.lambda.events.EventDoor;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.servers.AwsBackend;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.TableDefinition;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The function as Lambda starts it, over a real table and receivers on this machine, in a time of
 * its own. The table is ahead of every clock, because its server deletes what has expired.
 */
final class World implements Time, AutoCloseable {
  static final Instant BEGIN = Instant.parse("2126-05-04T10:00:00Z");
  private static final int MOST = 20;

  final FaultInterceptor faults = new FaultInterceptor();
  final Ids ids = new Ids(new Random(1));
  final TenantId tenant = ids.tenant(BEGIN);
  final Endpoints endpoints;
  final WebhookDeliveries deliveries;

  private final String table = AwsBackend.unique("tollgate");
  private final AwsBackend aws = AwsBackend.start();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final EventDoor door;
  private volatile Instant now = BEGIN;

  World() {
    try (DynamoDbClient client = aws.dynamoDb()) {
      TableDefinition.ofProject().create(client, table);
    }
    ApplicationContext context = context();
    endpoints = context.getBean(Endpoints.class);
    deliveries = context.getBean(WebhookDeliveries.class);
    door = new EventDoor(context);
  }

  private ApplicationContext context() {
    return ApplicationContext.builder()
        .classLoader(World.class.getClassLoader())
        .environments("function")
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .bootstrapEnvironment(false)
        .banner(false)
        .singletons(new Environment(environment()), faults)
        .beanDefinitions(
            port(Time.class, this),
            port(
                Log.class,
                new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "outgoing")))
        .start();
  }

  private static <T> RuntimeBeanDefinition<T> port(Class<T> type, T instead) {
    return RuntimeBeanDefinition.builder(type, () -> instead)
        .qualifier(PrimaryQualifier.instance())
        .singleton(true)
        .build();
  }

  private Map<String, String> environment() {
    return Map.of(
        "STAGE",
        "local",
        "EDITION",
        "tollgate",
        "OUTGOING_ALLOW_LOCAL",
        "true",
        "TABLE_NAME",
        table,
        "DYNAMODB_ENDPOINT",
        aws.dynamoDbEndpoint().toString(),
        "AWS_REGION",
        LocalAws.REGION,
        "AWS_ACCESS_KEY_ID",
        LocalAws.ACCESS_KEY_ID,
        "AWS_SECRET_ACCESS_KEY",
        LocalAws.SECRET_ACCESS_KEY);
  }

  Endpoint endpoint(String url, String... events) {
    Endpoint endpoint =
        Endpoint.created(
            ids.endpoint(now),
            new EndpointSettings(new EndpointUrl(URI.create(url)), "", Set.of(events)),
            WebhookSecret.random(new Random(now.toEpochMilli())),
            now);
    if (!endpoints.create(endpoint, MOST, entry())) {
      throw new AssertionError("too many endpoints");
    }
    return endpoint;
  }

  AuditEntry entry() {
    return AuditEntry.of(
        AuditAction.WEBHOOK_ENDPOINT_CHANGED,
        tenant,
        ids.user(now),
        new Client("192.0.2.1", ""),
        now,
        ids);
  }

  Endpoint found(Endpoint endpoint) {
    return endpoints.find(endpoint.id()).orElseThrow();
  }

  Message news(String event) {
    return message(new Announcement.Published(event, Map.of("meter", "emails")));
  }

  Message message(Announcement announcement) {
    return Message.of(announcement, tenant, now, ids);
  }

  /** One batch of the queue; the places of the records that SQS must keep. */
  List<String> batch(Message... messages) {
    List<String> bodies = new ArrayList<>();
    for (Message message : messages) {
      bodies.add(MessageBody.write(message));
    }
    return bodies(bodies);
  }

  List<String> bodies(List<String> bodies) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (String body : bodies) {
      records.add(
          Map.of(
              "messageId",
              Integer.toString(records.size()),
              "eventSource",
              "aws:sqs",
              "body",
              body,
              "attributes",
              Map.of("ApproximateReceiveCount", "1")));
    }
    if (Json.read(door.handle(Json.write(Map.of("Records", records)))) instanceof Map<?, ?> answer
        && answer.get("batchItemFailures") instanceof List<?> failures) {
      return failures.stream()
          .map(item -> String.valueOf(((Map<?, ?>) item).get("itemIdentifier")))
          .toList();
    }
    throw new AssertionError("no answer of a queue's");
  }

  /** The schedule's tick. */
  void tick() {
    door.handle(Json.write(Map.of("schedule", "deliver-webhooks")));
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  /** The only delivery of the endpoint. */
  Delivery delivery(Endpoint endpoint) {
    List<Delivery> all = list(endpoint.id());
    if (all.size() != 1) {
      throw new AssertionError("one delivery was expected, there are " + all);
    }
    return all.getFirst();
  }

  List<Delivery> list(EndpointId endpoint) {
    return deliveries.list(endpoint, 100, Optional.empty(), now).deliveries();
  }

  String log() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant now(TenantId whose) {
    return now;
  }

  @Override
  public void close() {
    door.close();
    aws.close();
  }
}
