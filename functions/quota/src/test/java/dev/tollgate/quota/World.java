package dev.tollgate.quota;

import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.calls.CallBlocks;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.quota.Choices;
import dev.tollgate.core.quota.Gauges;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.http.Routes;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The door as Lambda starts it, with every port in memory. */
final class World implements Time, AutoCloseable {
  static final String EDITION = "tollgate";
  static final String QUOTA = "/api/v1/quota";
  static final String RESERVATIONS = QUOTA + "/reservations";
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final Meter EMAILS = Meter.EMAILS;

  final People people = new People();
  final Keyring keys = new Keyring(people);
  final Plans plans;
  final Shelf shelf = new Shelf(people);
  final Ids ids = new Ids(new Random(1));
  Instant now = START;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Log log = new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "quota");
  private final ApplicationContext context;
  final HttpDoor http;

  World() {
    this(EDITION);
  }

  World(String edition) {
    plans = new Plans(edition);
    context = context(edition);
    http = new HttpDoor(context);
  }

  private ApplicationContext context(String edition) {
    return ApplicationContext.builder()
        .classLoader(World.class.getClassLoader())
        .environments("function")
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .bootstrapEnvironment(false)
        .banner(false)
        .properties(Map.of("micronaut.serde.serialization.inclusion", "always"))
        .singletons(
            new Environment(
                Map.of(
                    "STAGE", "local",
                    "EDITION", edition,
                    "API_URL", "https://api.tollgate.test",
                    "FRONTEND_URL", "https://app.tollgate.test")))
        .beanDefinitions(
            port(AccessTokens.class, people),
            port(Members.class, people),
            port(PlanCatalogue.class, plans),
            port(Meters.class, shelf),
            port(Reservations.class, shelf),
            port(Gauges.class, shelf),
            port(Choices.class, shelf),
            port(ApiKeys.class, keys),
            port(CallBlocks.class, new Turnstile()),
            port(Time.class, this),
            port(Log.class, log))
        .start();
  }

  private static <T> RuntimeBeanDefinition<T> port(Class<T> type, T fake) {
    return RuntimeBeanDefinition.builder(type, () -> fake)
        .qualifier(PrimaryQualifier.instance())
        .singleton(true)
        .build();
  }

  Caller anybody() {
    return new Caller(http, Map.of("content-type", "application/json"));
  }

  Caller owner() {
    return anybody().as(Role.OWNER);
  }

  Routes routes() {
    return context.getBean(Routes.class);
  }

  /** A tenant in its trial of pro. */
  void trialing(Duration left) {
    people.enrollment =
        Enrollment.begun(
            People.TENANT, new Grant.Trial("pro", now.minus(Duration.ofDays(4)), now.plus(left)));
  }

  void complimentary() {
    people.enrollment =
        Enrollment.begun(People.TENANT, new Grant.Complimentary("enterprise", People.LONG_AGO));
  }

  TenantId tenant() {
    return ids.tenant(now);
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  List<String> logged(String event) {
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("\"event\":\"" + event + "\""))
        .toList();
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
  }
}
