package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Route;
import dev.tollgate.lambda.http.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Invariants 4 and 5: every guarded route, called by every kind of tenant that may not call it,
 * answers what its declaration says and nothing else. The routes are the controllers' own list,
 * which {@link RouteTest} compares with the template.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardWalkTest {
  private static final String CANARY = "Canary Holdings";

  private World world;
  private List<Route> routes;

  @BeforeAll
  void start() {
    world = World.of("resolutionflow"); // its trial ends at a wall
    routes =
        world.bean(Routes.class).all().stream()
            .filter(route -> !route.open())
            .sorted(Comparator.comparing(GuardWalkTest::endsTheSession))
            .toList();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @BeforeEach
  void anHourLater() { // so that no rate of an earlier test counts
    world.advance(Duration.ofHours(1));
  }

  @Test
  void aCanceledTenantIsToldSoWhereverASubscriptionIsNeeded() {
    String email = verified();
    cancel(email);
    Caller caller = loggedIn(email);
    walk(caller, Guard.SUBSCRIPTION, 402, "subscription_inactive");
    assertThat(loggedIn(email).get("/api/v1/entitlements").text("status")).isEqualTo("canceled");
  }

  @Test
  void aTrialThatIsOverIsAWall() {
    String email = verified();
    world.advance(Duration.ofDays(15));
    walk(loggedIn(email), Guard.SUBSCRIPTION, 402, "subscription_inactive");
  }

  @Test
  void anUnprovenMailboxIsTurnedAwayOnTheEighthDay() {
    String email = World.newEmail();
    world.caller().register(email);
    world.advance(Duration.ofDays(8));
    walk(loggedIn(email), Guard.VERIFICATION, 403, "email_not_verified");
  }

  @Test
  void aSuspendedTenantIsStopped() {
    String email = verified();
    Caller caller = loggedIn(email);
    world.suspend(email, "A reason");
    walk(caller, Guard.SUSPENSION, 403, "tenant_suspended");
  }

  @Test
  void anotherTenantsIdsAnswerAsUnknownOnesDoAndShowNothing() {
    Caller owner = loggedIn(verified());
    owner.put("/api/v1/accounts/me", Map.of("name", CANARY));
    Map<String, String> theirs = thingsOf(owner);
    Caller stranger = loggedIn(verified());
    for (Route route : routes) {
      if (!isForOwners(route) || endsTheSession(route)) {
        continue;
      }
      Answer foreign = call(stranger, route, theirs);
      assertThat(foreign.text()).as(route.name()).doesNotContain(CANARY);
      if (route.path().text().contains("/{id}")) {
        Answer unknown = call(stranger, route, Map.of());
        assertThat(foreign.status()).as(route.name()).isEqualTo(404);
        assertThat(foreign.text()).as(route.name()).isEqualTo(unknown.text());
      }
    }
    assertThat(thingsOf(owner).keySet()).isEqualTo(theirs.keySet());
    assertThat(owner.get("/api/v1/accounts/me/api-keys").text()).contains(theirs.get("api-keys"));
    assertThat(owner.get("/api/v1/quota/reservations/" + theirs.get("reservations")).text("state"))
        .isEqualTo("reserved");
  }

  /**
   * Exempt routes answer anything but the refusal; all others answer it, unless a role comes first.
   */
  private void walk(Caller caller, Guard guard, int status, String error) {
    int refused = 0;
    for (Route route : routes) {
      Answer answer = call(caller, route, Map.of());
      if (route.exempt().contains(guard)) {
        assertThat(String.valueOf(answer.text())).as(route.name()).doesNotContain(error);
        assertThat(answer.status()).as(route.name()).isNotEqualTo(500);
      } else if (isForOwners(route) || guard == Guard.SUSPENSION) {
        assertThat(answer.status()).as(route.name()).isEqualTo(status);
        assertThat(answer.error()).as(route.name()).isEqualTo(error);
        refused++;
      } else {
        assertThat(answer.error()).as(route.name()).isEqualTo("forbidden");
      }
    }
    assertThat(refused).as("routes that refuse").isPositive();
  }

  private static boolean isForOwners(Route route) {
    return route.roles().isEmpty() || route.roles().contains(Role.OWNER);
  }

  private static boolean endsTheSession(Route route) {
    return route.path().text().endsWith("/logout");
  }

  private String verified() {
    String email = World.newEmail();
    world.caller().register(email);
    world.caller().verify(world.mailedToken(Purpose.VERIFY_EMAIL, email));
    return email;
  }

  private Caller loggedIn(String email) {
    return world.caller().bearing(world.caller().logIn(email).accessToken());
  }

  private void cancel(String email) {
    User user = world.user(email);
    Member member = world.bean(Members.class).find(user.tenant(), user.id()).orElseThrow();
    Instant now = world.bean(Time.class).now(user.tenant());
    Contract over =
        new Contract(
            "sub_over",
            ContractStatus.CANCELED,
            "pro",
            BillingInterval.MONTHLY,
            "USD",
            1,
            now.minusSeconds(2),
            now.minusSeconds(2),
            now,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.of(now));
    assertThat(
            world
                .bean(BillingChanges.class)
                .commit(BillingChange.of(member.enrollment().with(over), now)))
        .isEqualTo(BillingChanges.Commit.WRITTEN);
  }

  /** One of everything that has an id, by the word before it in the path. */
  private Map<String, String> thingsOf(Caller owner) {
    Map<String, String> things = new LinkedHashMap<>();
    things.put(
        "api-keys",
        owner
            .post(
                "/api/v1/accounts/me/api-keys",
                Map.of("name", CANARY, "scopes", List.of("quota:read")))
            .text("id"));
    things.put(
        "reservations",
        owner.post("/api/v1/quota/reservations", Map.of("meter", "trees", "amount", 1)).text("id"));
    List<?> sessions = (List<?>) owner.get("/api/v1/auth/sessions").body().get("items");
    things.put("sessions", (String) ((Map<?, ?>) sessions.getFirst()).get("id"));
    return things;
  }

  /** With those ids, or with ones that nobody has. */
  private static Answer call(Caller caller, Route route, Map<String, String> ids) {
    String path = route.path().text();
    for (Map.Entry<String, String> each : ids.entrySet()) {
      path =
          path.replace("/" + each.getKey() + "/{id}", "/" + each.getKey() + "/" + each.getValue());
    }
    path =
        path.replace("/sessions/{id}", "/sessions/ses_00000000000000000000000000")
            .replace("/api-keys/{id}", "/api-keys/key_00000000000000000000000000")
            .replace("/reservations/{id}", "/reservations/res_00000000000000000000000000")
            .replace("{meter}", "trees")
            .replaceAll("\\{\\w+}", "ten_00000000000000000000000000");
    return switch (route.method()) {
      case "GET" -> caller.get(path);
      case "DELETE" -> caller.delete(path);
      case "PUT" -> caller.put(path, Map.of());
      default -> caller.post(path, "{}");
    };
  }
}
