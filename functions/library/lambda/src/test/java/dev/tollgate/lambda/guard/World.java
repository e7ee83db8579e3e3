package dev.tollgate.lambda.guard;

import com.amazonaws.services.lambda.runtime.Context;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The planted routes behind the real door, over ports in memory. */
final class World implements AutoCloseable {
  static final Instant START = Instant.parse("2026-05-04T10:00:20Z");
  private static final Context NO_CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              World.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  final Tenants tenants = new Tenants();
  final Cabinet cabinet = new Cabinet(tenants);
  final Ledger ledger = new Ledger();
  final Answers answers = new Answers();
  final Clock clock = new Clock();
  private final ApplicationContext context;
  private final HttpDoor door;

  World(String edition) {
    this(edition, true);
  }

  World(String edition, boolean sharesCounters) {
    List<Object> beans =
        new ArrayList<>(
            List.of(tenants, cabinet.port(), answers, new Plans(EditionFiles.load(edition))));
    if (sharesCounters) {
      beans.add(ledger);
    }
    context =
        ApplicationContext.builder()
            .classLoader(World.class.getClassLoader())
            .environments("function")
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .bootstrapEnvironment(false)
            .banner(false)
            .singletons(
                new Environment(
                    Map.of(
                        "STAGE", "local",
                        "EDITION", edition,
                        "API_URL", "https://api.tollgate.test",
                        "FRONTEND_URL", "https://app.tollgate.test")))
            .singletons(beans.toArray())
            .beanDefinitions(
                RuntimeBeanDefinition.builder(Time.class, () -> clock)
                    .qualifier(PrimaryQualifier.instance())
                    .singleton(true)
                    .build())
            .start();
    door = new HttpDoor(context);
  }

  /** A clock that stands still until it is told. */
  static final class Clock implements Time {
    Instant now = START;

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Instant now(TenantId tenant) {
      return now;
    }
  }

  /** The edition's plans. */
  private record Plans(Edition edition) implements PlanCatalogue {
    @Override
    public List<ListedPlan> all() {
      return edition.plans().stream()
          .map(plan -> new ListedPlan(plan, ProviderPrices.NONE, 1))
          .toList();
    }

    @Override
    public boolean replace(ListedPlan changed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void invalidate() {}
  }

  /** What came back. */
  record Answer(int status, Map<?, ?> headers, String text) {
    @Nullable Object field(String name) {
      return body().get(name);
    }

    Map<?, ?> body() {
      return (Map<?, ?>)
          Objects.requireNonNull(Json.read(text.getBytes(StandardCharsets.UTF_8)), "no body");
    }

    @Nullable Object header(String name) {
      return headers.get(name);
    }

    String outcome() {
      return status < 400 ? Integer.toString(status) : status + " " + field("error");
    }
  }

  /** By the member of the account. */
  Answer get(String path) {
    return get(path, Map.of("authorization", "Bearer member"));
  }

  Answer get(String path, Map<String, String> headers) {
    return send("GET", path, headers, "192.0.2.1");
  }

  Answer byKey(String method, String path, String key) {
    return send(method, path, Map.of("x-api-key", key), "192.0.2.1");
  }

  Answer send(String method, String path, Map<String, String> headers, String address) {
    Map<String, Object> event =
        Map.of(
            "rawPath",
            "/planted" + path,
            "rawQueryString",
            "",
            "headers",
            headers,
            "requestContext",
            Map.of("http", Map.of("method", method, "sourceIp", address), "requestId", "request-1"),
            "body",
            "{}");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      door.handleRequest(new ByteArrayInputStream(Json.write(event)), out, NO_CONTEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<?, ?> answer = (Map<?, ?>) Objects.requireNonNull(Json.read(out.toByteArray()));
    return new Answer(
        ((Long) Objects.requireNonNull(answer.get("statusCode"))).intValue(),
        (Map<?, ?>) Objects.requireNonNull(answer.get("headers")),
        String.valueOf(answer.get("body")));
  }

  PlantedController planted() {
    return context.getBean(PlantedController.class);
  }

  void prime() {
    context.getBeansOfType(PrimedAtSnapshot.class).forEach(PrimedAtSnapshot::prime);
  }

  @Override
  public void close() {
    door.close();
  }
}
