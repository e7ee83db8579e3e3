package dev.tollgate.admin;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.outgoing.Reach;
import dev.tollgate.lambda.events.EventDoor;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.http.Routes;
import dev.tollgate.lambda.runtime.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;

/** The function as Lambda would start it, over the tests' own ports. */
final class World implements AutoCloseable {
  static final String ADMIN = "/api/v1/admin";

  final Tenants tenants = new Tenants();
  final People people = new People(tenants);
  final Provider provider = new Provider();
  final Events events = new Events();
  final Hooks hooks = new Hooks();
  final Plans plans;
  private final ApplicationContext context;
  private final HttpDoor door;

  World() {
    this("resolutionflow");
  }

  World(String edition) {
    plans = new Plans(edition);
    context =
        FunctionContext.start(
            Map.of(
                "STAGE", "local",
                "EDITION", edition,
                "API_URL", "https://api.tollgate.test",
                "FRONTEND_URL", "https://app.tollgate.test"),
            List.of(
                people, tenants, provider, plans, events, hooks, Reach.PUBLIC, new Turnstile()));
    door = new HttpDoor(context);
  }

  Caller anybody() {
    return new Caller(door, Map.of("content-type", "application/json"));
  }

  Caller platformOwner() {
    return anybody().as(Role.PLATFORM_ADMIN);
  }

  /** The door of the package's other function, over the same ports; closed with the world. */
  EventDoor queue() {
    return new EventDoor(context);
  }

  Routes routes() {
    return context.getBean(Routes.class);
  }

  @Override
  public void close() {
    door.close();
  }
}
