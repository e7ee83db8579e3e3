package dev.tollgate.admin;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.outgoing.Reach;
import dev.tollgate.lambda.events.EventDoor;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.http.Routes;
import dev.tollgate.lambda.runtime.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
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
  final Mailroom mailroom = new Mailroom();
  final Clocks clocks = new Clocks();
  final Plans plans;
  private final ApplicationContext context;
  private final HttpDoor door;

  final Shelved agenda = new Shelved();

  World() {
    this("resolutionflow");
  }

  World(String edition) {
    this(edition, "true");
  }

  /**
   * @param sandboxes whether the deployment allows them: true, or nothing
   */
  World(String edition, String sandboxes) {
    plans = new Plans(edition);
    context =
        FunctionContext.start(
            Map.of(
                "STAGE", "local",
                "EDITION", edition,
                "API_URL", "https://api.tollgate.test",
                "FRONTEND_URL", "https://app.tollgate.test",
                "SANDBOX_TENANTS", sandboxes),
            List.of(
                people,
                tenants,
                provider,
                plans,
                events,
                hooks,
                mailroom,
                agenda,
                clocks,
                Reach.PUBLIC,
                new Turnstile()));
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

  Instant now() {
    return context.getBean(Time.class).now();
  }

  Routes routes() {
    return context.getBean(Routes.class);
  }

  @Override
  public void close() {
    door.close();
  }
}
