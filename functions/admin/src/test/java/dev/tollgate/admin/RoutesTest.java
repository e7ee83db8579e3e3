package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.Role;
import dev.tollgate.lambda.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is true of every route. */
class RoutesTest {
  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theRoutesAreThoseOfTheContract() {
    assertThat(world.routes().all().stream().map(Route::name))
        .containsExactlyInAnyOrder(
            "GET /api/v1/admin/webhook-events",
            "GET /api/v1/admin/webhook-events/{id}",
            "POST /api/v1/admin/webhook-events/{id}/replay",
            "POST /api/v1/admin/stripe/sync",
            "GET /api/v1/admin/webhook-endpoints",
            "POST /api/v1/admin/webhook-endpoints",
            "GET /api/v1/admin/webhook-endpoints/{id}",
            "PUT /api/v1/admin/webhook-endpoints/{id}",
            "DELETE /api/v1/admin/webhook-endpoints/{id}",
            "POST /api/v1/admin/webhook-endpoints/{id}/rotate-secret",
            "POST /api/v1/admin/webhook-endpoints/{id}/test",
            "GET /api/v1/admin/webhook-endpoints/{id}/deliveries",
            "POST /api/v1/admin/webhook-endpoints/{id}/deliveries/{message}/retry",
            "GET /api/v1/admin/plan-limits",
            "PUT /api/v1/admin/plan-limits",
            "GET /api/v1/admin/plan-limits/account-overrides",
            "PUT /api/v1/admin/plan-limits/account-overrides",
            "DELETE /api/v1/admin/plan-limits/account-overrides",
            "GET /api/v1/admin/feature-flags/account-overrides",
            "PUT /api/v1/admin/feature-flags/account-overrides",
            "DELETE /api/v1/admin/feature-flags/account-overrides",
            "GET /api/v1/admin/sales-leads",
            "POST /api/v1/admin/suppressions/find",
            "POST /api/v1/admin/suppressions/lift",
            "GET /api/v1/admin/tenants/{id}",
            "POST /api/v1/admin/tenants/{id}/suspend",
            "POST /api/v1/admin/tenants/{id}/unsuspend",
            "POST /api/v1/admin/tenants/{id}/extend-trial",
            "POST /api/v1/admin/tenants/{id}/complimentary",
            "PUT /api/v1/admin/tenants/{id}/plan",
            "GET /api/v1/admin/due-actions",
            "POST /api/v1/admin/due-actions/{tenantId}/{key}/retry",
            "POST /api/v1/admin/tenants/{id}/sandbox",
            "DELETE /api/v1/admin/tenants/{id}/sandbox",
            "GET /api/v1/admin/tenants/{id}/clock",
            "POST /api/v1/admin/tenants/{id}/clock");
  }

  @Test
  void nobodyPassesWithoutAToken() {
    for (Route route : world.routes().all()) {
      assertThat(world.anybody().send(route.method(), route.path().text(), "{}").outcome())
          .as(route.name())
          .isEqualTo("401 unauthenticated");
    }
  }

  @Test
  void onlyThePlatformOwnerPasses() {
    for (Route route : world.routes().all()) {
      for (Role role : Role.values()) {
        if (role != Role.PLATFORM_ADMIN) {
          assertThat(
                  world
                      .anybody()
                      .as(role)
                      .send(route.method(), route.path().text(), "{}")
                      .outcome())
              .as(role + " " + route.name())
              .isEqualTo("403 forbidden");
        }
      }
    }
  }

  /** The account of the tests never paid and never proved its mailbox. */
  @Test
  void thePlatformOwnerPaysNothing() {
    for (Route route : world.routes().all()) {
      assertThat(world.platformOwner().send(route.method(), route.path().text(), "{}").status())
          .as(route.name())
          .isIn(200, 404, 422);
    }
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
                "forbidden",
                "not_found",
                "version_conflict",
                "already_suspended",
                "not_suspended",
                "kill_switch_off",
                "too_many_endpoints",
                "endpoint_disabled",
                "stripe_not_configured",
                "validation_failed"));
  }

  private static String document() throws IOException {
    try (InputStream in = RoutesTest.class.getResourceAsStream("/META-INF/swagger/admin.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
