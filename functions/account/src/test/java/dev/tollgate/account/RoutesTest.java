package dev.tollgate.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.lambda.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is true of every route. */
class RoutesTest {
  private static final String WHO = "GET /api/v1/auth/me";
  private static final String RENAME = "PUT /api/v1/auth/me";
  private static final String ACCOUNT = "GET /api/v1/accounts/me";
  private static final String CHANGE = "PUT /api/v1/accounts/me";
  private static final String MAILS = "GET /api/v1/users/me/notifications";
  private static final String CHOOSE = "PUT /api/v1/users/me/notifications";
  private static final String UNSUBSCRIBE = "/api/v1/notifications/unsubscribe";
  private static final Set<String> FOR_EVERY_ROLE = Set.of(WHO, RENAME, ACCOUNT, MAILS, CHOOSE);
  private static final String ERASE = "DELETE /api/v1/accounts/me";
  private static final Set<String> WHATEVER_IS_PAID =
      Set.of(WHO, RENAME, ACCOUNT, MAILS, CHOOSE, ERASE);

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theRoutesAreThoseOfTheContract() {
    assertThat(world.routes().all().stream().map(Route::name))
        .containsExactlyInAnyOrder(
            WHO,
            RENAME,
            ACCOUNT,
            CHANGE,
            MAILS,
            CHOOSE,
            "GET " + UNSUBSCRIBE,
            "POST " + UNSUBSCRIBE,
            ERASE,
            "GET /api/v1/accounts/me/api-keys",
            "POST /api/v1/accounts/me/api-keys",
            "DELETE /api/v1/accounts/me/api-keys/{id}");
  }

  @Test
  void nobodyPassesWithoutAToken() {
    for (Route route : guarded()) {
      assertThat(send(world.anybody(), route).outcome())
          .as(route.name())
          .isEqualTo("401 unauthenticated");
    }
  }

  @Test
  void aRoleThatMayNotIsForbiddenAndAnotherPasses() {
    for (Route route : guarded()) {
      for (Role role : Role.values()) {
        boolean may =
            FOR_EVERY_ROLE.contains(route.name())
                || role == Role.OWNER
                || (role == Role.ADMIN && !route.name().equals(ERASE));
        int status = send(world.as(role), route).status();
        assertThat(status == 403).as(role + " " + route.name()).isNotEqualTo(may);
        assertThat(status).as(role + " " + route.name()).isIn(200, 403, 404, 422);
      }
    }
  }

  @Test
  void whoIsSuspendedLearnsWhyAndNothingElse() {
    world.people.account =
        world.people.account.with(
            new Standing.Suspended(SuspensionCause.BLOCK_LISTED, "On a list", People.LONG_AGO));
    assertOnly(Set.of(WHO), "403 tenant_suspended");
  }

  @Test
  void whoNeverProvedTheirMailboxSeesTheirAccount() {
    world.people.verification = new Verification.Unverified();
    assertOnly(WHATEVER_IS_PAID, "403 email_not_verified");
  }

  @Test
  void whoDoesNotPaySeesTheirAccount() {
    world.people.ceaseToPay();
    assertOnly(WHATEVER_IS_PAID, "402 subscription_inactive");
  }

  @Test
  void theApiDocumentHasEveryRouteAndItsRefusals() throws IOException {
    String document = document();
    for (Route route : guarded()) {
      assertThat(document).contains("  " + route.path().text() + ":\n");
    }
    for (String code :
        List.of(
            "forbidden",
            "not_found",
            "validation_failed",
            "email_not_verified",
            "too_many_api_keys")) {
      assertThat(document).contains(code);
    }
  }

  /** All but those that a mail's own token opens. */
  private List<Route> guarded() {
    return world.routes().all().stream()
        .filter(route -> !route.path().text().equals(UNSUBSCRIBE))
        .toList();
  }

  private void assertOnly(Set<String> passing, String refusal) {
    for (Route route : guarded()) {
      Caller.Answer answer = send(world.owner(), route);
      if (passing.contains(route.name())) {
        assertThat(answer.status()).as(route.name()).isIn(200, 422);
      } else {
        assertThat(answer.outcome()).as(route.name()).isEqualTo(refusal);
      }
    }
    assertThat(world.cabinet.audited).isEmpty();
  }

  private static Caller.Answer send(Caller caller, Route route) {
    return caller.send(route.method(), route.path().text(), "{}");
  }

  private static String document() throws IOException {
    try (InputStream in = RoutesTest.class.getResourceAsStream("/META-INF/swagger/account.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
