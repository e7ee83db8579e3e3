package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.lambda.guard.ByKey;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is true of every route. */
class RoutesTest {
  private static final Set<Role> WRITERS = Set.of(Role.OWNER, Role.ADMIN, Role.MEMBER);

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theRoutesAreThoseOfTheContractEachWithTheScopeOfItsKeys() {
    Map<String, Scope> scopes =
        world.routes().all().stream()
            .collect(
                Collectors.toMap(
                    Route::name,
                    route -> route.action().enumValue(ByKey.class, Scope.class).orElseThrow(),
                    (a, _) -> a));
    assertThat(scopes)
        .isEqualTo(
            Map.of(
                "GET /api/v1/entitlements", Scope.QUOTA_READ,
                "GET /api/v1/usage/{meter}", Scope.USAGE_READ,
                "POST /api/v1/quota/check", Scope.QUOTA_READ,
                "POST /api/v1/quota/reservations", Scope.QUOTA_WRITE,
                "GET /api/v1/quota/reservations/{id}", Scope.QUOTA_READ,
                "POST /api/v1/quota/reservations/{id}/commit", Scope.QUOTA_WRITE,
                "DELETE /api/v1/quota/reservations/{id}", Scope.QUOTA_WRITE,
                "GET /api/v1/quota/choices/{meter}", Scope.QUOTA_READ,
                "PUT /api/v1/quota/choices/{meter}", Scope.QUOTA_WRITE));
  }

  @Test
  void aKeyOpensWhatItsScopeNamesAndNothingElse() {
    for (Route route : world.routes().all()) {
      Scope needed = route.action().enumValue(ByKey.class, Scope.class).orElseThrow();
      for (Scope scope : Scope.values()) {
        Caller program = world.anybody().with("x-api-key", world.keys.with(scope));
        String outcome =
            program
                .send(route.method(), route.path().text().replace("{meter}", "records"), "{}")
                .outcome();
        assertThat(outcome.equals("403 forbidden"))
            .as(route.name() + " with " + scope.word() + ": " + outcome)
            .isEqualTo(scope != needed);
        assertThat(outcome).as(route.name()).doesNotStartWith("401");
      }
    }
  }

  @Test
  void nothingIsExemptAndNothingCountsAsUse() {
    for (Route route : world.routes().all()) {
      assertThat(route.open()).as(route.name()).isFalse();
      assertThat(route.exempt()).as(route.name()).isEmpty();
      assertThat(route.action().stringValue(Uncounted.class, "because"))
          .as(route.name())
          .isPresent();
    }
  }

  @Test
  void nobodyPassesWithoutAToken() {
    everyRoute(
        route -> world.anybody().send(route.method(), route.path().text(), "{}").outcome(),
        "401 unauthenticated");
  }

  @Test
  void whoMayNotWorkGetsNothing() {
    world.trialing(Duration.ofDays(1));
    world.people.verification = new Verification.Unverified();
    everyRoute(route -> call(route, Role.OWNER), "403 email_not_verified");
  }

  @Test
  void everybodyReadsAndViewersDoNotWrite() {
    for (Route route : world.routes().all()) {
      boolean writes =
          route.action().enumValue(ByKey.class, Scope.class).orElseThrow() == Scope.QUOTA_WRITE;
      for (Role role : Role.values()) {
        assertThat(call(route, role).equals("403 forbidden"))
            .as(role + " " + route.name())
            .isEqualTo(writes && !writers(route).contains(role));
      }
    }
  }

  /** What goes on for everybody is not a member's to choose. */
  private static Set<Role> writers(Route route) {
    return route.path().text().contains("/choices/") ? Set.of(Role.OWNER, Role.ADMIN) : WRITERS;
  }

  @Test
  void theApiDocumentHasEveryRouteAndItsRefusals() throws IOException {
    String document = document();
    for (Route route : world.routes().all()) {
      assertThat(document).contains("  " + route.path().text() + ":\n");
    }
    assertThat(document)
        .contains(
            List.of(
                "quota_exceeded",
                "reservation_id_taken",
                "idempotency_key_reused",
                "reservation_expired",
                "reservation_released",
                "reservation_committed",
                "validation_failed",
                "not_found",
                "forbidden",
                "api_key"));
  }

  private void everyRoute(Function<Route, String> call, String outcome) {
    for (Route route : world.routes().all()) {
      assertThat(call.apply(route)).as(route.name()).isEqualTo(outcome);
    }
  }

  private String call(Route route, Role role) {
    Caller.Answer answer = world.anybody().as(role).send(route.method(), route.path().text(), "{}");
    return answer.status() < 300 ? "" + answer.status() : answer.outcome();
  }

  private static String document() throws IOException {
    try (InputStream in = RoutesTest.class.getResourceAsStream("/META-INF/swagger/quota.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
