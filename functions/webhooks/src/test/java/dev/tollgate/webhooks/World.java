package dev.tollgate.webhooks;

import com.amazonaws.services.lambda.runtime.Context;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.EventFeed;
import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.EventVerifier;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.lambda.events.EventDoor;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Both doors as Lambda starts them, with every port in memory. */
final class World implements Time, AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  final FakeEvents events = new FakeEvents();
  final FakeTable table = new FakeTable(events);
  final FakeProvider provider = new FakeProvider();
  Instant now = START;

  private final Ids ids = new Ids(new Random(1));
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Log log =
      new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "webhooks");
  private final HttpDoor http = new HttpDoor(context());
  private final EventDoor queue = new EventDoor(context());

  /** An answer of API Gateway's. */
  record Answer(int status, Map<?, ?> body) {}

  private ApplicationContext context() {
    return ApplicationContext.builder()
        .classLoader(World.class.getClassLoader())
        .environments("function")
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .bootstrapEnvironment(false)
        .banner(false)
        .singletons(new Environment(Map.of("STAGE", "local", "EDITION", "tollgate")))
        .beanDefinitions(
            port(ProviderEvents.class, events),
            port(EventQueue.class, events),
            port(EventVerifier.class, provider),
            port(Happenings.class, provider),
            port(ProviderCustomers.class, provider),
            port(Contracts.class, provider),
            port(EventFeed.class, provider),
            port(Enrollments.class, table),
            port(Members.class, table),
            port(BillingChanges.class, table),
            port(Time.class, this),
            port(Log.class, log),
            nothingPrimed())
        .start();
  }

  /** Comes before the adapter of the same port, which is never made. */
  private static <T> RuntimeBeanDefinition<T> port(Class<T> type, T fake) {
    return RuntimeBeanDefinition.builder(type, () -> fake)
        .qualifier(PrimaryQualifier.instance())
        .singleton(true)
        .build();
  }

  /** Comes instead of the adapters' connections, which are made at the start to be warmed. */
  private static RuntimeBeanDefinition<PrimedAtSnapshot> nothingPrimed() {
    PrimedAtSnapshot nothing = () -> {};
    return RuntimeBeanDefinition.builder(PrimedAtSnapshot.class, () -> nothing)
        .replaces(PrimedAtSnapshot.class)
        .singleton(true)
        .build();
  }

  TenantId customer(String customer) {
    TenantId tenant = ids.tenant(now);
    table.customer(tenant, ids.user(now), customer, now);
    provider.sells(customer, tenant, 1, now);
    return tenant;
  }

  static ProviderEvent event(String id, String customer) {
    return event(id, "customer.subscription.updated", Optional.of(customer));
  }

  static ProviderEvent event(String id, String type, Optional<String> customer) {
    return new ProviderEvent(id, type, START, "obj_" + id, customer);
  }

  /** As received by the HTTP door before: what the queue hands out is stored. */
  ProviderEvent stored(ProviderEvent event) {
    events.store(event, now);
    return event;
  }

  Answer deliver(ProviderEvent event) {
    synchronized (provider) {
      provider.next = Optional.of(event);
    }
    return post(Map.of("stripe-signature", FakeProvider.GENUINE), "{}", false);
  }

  Answer post(Map<String, String> headers, String body, boolean base64) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("rawPath", "/api/v1/webhooks/stripe");
    event.put("headers", headers);
    event.put(
        "requestContext",
        Map.of(
            "http",
            Map.of("method", "POST", "sourceIp", "192.0.2.1"),
            "requestId",
            "request-1",
            "stage",
            "$default"));
    event.put("body", body);
    event.put("isBase64Encoded", base64);
    Map<?, ?> answer = object(handle(event));
    return new Answer(
        ((Number) text(answer, "statusCode")).intValue(),
        object(String.valueOf(text(answer, "body")).getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] handle(Map<String, Object> event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      http.handleRequest(new ByteArrayInputStream(Json.write(event)), out, noContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** One batch of the FIFO queue; the ids of the records that SQS must keep. */
  List<String> batch(List<ProviderEvent> batch) {
    return records(
        batch.stream()
            .map(
                event ->
                    record(
                        event.id(),
                        new String(Json.write(event.fields()), StandardCharsets.UTF_8),
                        event.lane()))
            .toList());
  }

  /** All that was queued, ten at a time. */
  void drain() {
    List<ProviderEvent> queued = new ArrayList<>(events.takeQueued());
    for (int from = 0; from < queued.size(); from += 10) {
      batch(queued.subList(from, Math.min(queued.size(), from + 10)));
    }
  }

  List<String> records(List<Map<String, Object>> records) {
    Map<?, ?> answer = object(queue.handle(Json.write(Map.of("Records", records))));
    return ((List<?>) text(answer, "batchItemFailures"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("itemIdentifier"))).toList();
  }

  static Map<String, Object> record(String id, String body, String lane) {
    return Map.of(
        "messageId",
        id,
        "eventSource",
        "aws:sqs",
        "body",
        body,
        "attributes",
        Map.of("ApproximateReceiveCount", "1", "MessageGroupId", lane));
  }

  void schedule(String task) {
    queue.handle(Json.write(Map.of("schedule", task)));
  }

  String logged() {
    return written.toString(StandardCharsets.UTF_8);
  }

  List<String> logged(String event) {
    return logged()
        .lines()
        .filter(line -> line.contains("\"event\":\"" + event + "\""))
        .collect(Collectors.toList());
  }

  static Runnable unavailable() {
    return () -> {
      throw new Unavailable("down");
    };
  }

  private static Map<?, ?> object(byte[] json) {
    if (Json.read(json) instanceof Map<?, ?> fields) {
      return fields;
    }
    throw new AssertionError("no object");
  }

  private static Object text(Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new AssertionError("no " + name);
    }
    return value;
  }

  /** The door asks Lambda for nothing. */
  private static Context noContext() {
    return (Context)
        Proxy.newProxyInstance(
            World.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant now(TenantId tenant) {
    return now;
  }

  @Override
  public void close() {
    http.close();
    queue.close();
  }
}
