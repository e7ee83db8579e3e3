package dev.tollgate.account;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.http.Routes;
import dev.tollgate.lambda.runtime.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The function as Lambda would start it, over the tests' own ports. */
final class World implements AutoCloseable {
  static final String ACCOUNT = "/api/v1/accounts/me";
  static final String KEYS = ACCOUNT + "/api-keys";

  final People people = new People();
  final Cabinet cabinet = new Cabinet();
  final Exit exit = new Exit(people);
  final Answers answers = new Answers();
  private final ApplicationContext context =
      FunctionContext.start(
          Map.of(
              "STAGE", "local",
              "EDITION", "resolutionflow",
              "API_URL", "https://api.tollgate.test",
              "FRONTEND_URL", "https://app.tollgate.test"),
          List.of(people, cabinet, exit, answers, new Turnstile()));
  private final HttpDoor door = new HttpDoor(context);
  final Instant now = context.getBean(Time.class).now();

  Caller anybody() {
    return new Caller(door, Map.of("content-type", "application/json"));
  }

  Caller owner() {
    return as(Role.OWNER);
  }

  Caller as(Role role) {
    return anybody().as(role);
  }

  Routes routes() {
    return context.getBean(Routes.class);
  }

  @Override
  public void close() {
    door.close();
  }
}
