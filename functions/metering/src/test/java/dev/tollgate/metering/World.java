package dev.tollgate.metering;

import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.usage.MeterReports;
import dev.tollgate.core.usage.Usage;
import dev.tollgate.core.usage.UsageLedger;
import dev.tollgate.lambda.events.EventDoor;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The function as Lambda starts it for the edition with overage, with every port in memory. */
final class World implements Time, AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-02T05:30:00Z");
  static final Instant YESTERDAY = Instant.parse("2026-03-01T12:00:00Z");
  static final Meter OPERATIONS = new Meter("operations");

  final FakeLedger ledger = new FakeLedger();
  final FakeTenants tenants = new FakeTenants();
  final FakeProvider provider = new FakeProvider();
  final FakeHeldWork held = new FakeHeldWork();

  private final Ids ids = new Ids(new Random(1));
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Log log =
      new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "metering");
  private final EventDoor door = new EventDoor(context());

  private ApplicationContext context() {
    return ApplicationContext.builder()
        .classLoader(World.class.getClassLoader())
        .environments("function")
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .bootstrapEnvironment(false)
        .banner(false)
        .singletons(new Environment(Map.of("STAGE", "local", "EDITION", "pm33")))
        .beanDefinitions(
            port(UsageLedger.class, ledger),
            port(Enrollments.class, tenants),
            port(Members.class, tenants),
            port(BillingChanges.class, tenants),
            port(ProviderCustomers.class, provider),
            port(ProviderClocks.class, ProviderClocks.NONE),
            port(MeterReports.class, provider),
            port(HeldWork.class, held),
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

  TenantId tenant() {
    TenantId tenant = ids.tenant(NOW);
    tenants.begun(tenant, ids.user(NOW), YESTERDAY);
    return tenant;
  }

  TenantId paying(String customer) {
    TenantId tenant = tenant();
    tenants.pays(tenant, customer, YESTERDAY.minus(Duration.ofDays(3)));
    return tenant;
  }

  Usage used(TenantId tenant, String id, long amount) {
    return ledger.used(tenant, OPERATIONS, id, amount, YESTERDAY);
  }

  Message recorded(Usage usage) {
    return message(
        usage.tenant(), new Announcement.UsageRecorded(usage.id(), usage.meter(), usage.amount()));
  }

  Message message(TenantId tenant, Announcement announcement) {
    return Message.of(announcement, tenant, NOW, ids);
  }

  Announcement toSomebody() {
    return new Announcement.PasswordChanged(ids.user(NOW));
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

  void compare() {
    door.handle(Json.write(Map.of("schedule", "compare-usage")));
  }

  List<String> logged(String event) {
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("\"event\":\"" + event + "\""))
        .toList();
  }

  static Runnable unavailable() {
    return () -> {
      throw new Unavailable("down");
    };
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public Instant now(TenantId tenant) {
    return NOW;
  }

  @Override
  public void close() {
    door.close();
  }
}
