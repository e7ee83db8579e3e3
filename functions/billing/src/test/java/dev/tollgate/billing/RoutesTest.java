package dev.tollgate.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.lambda.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
            "GET /api/v1/billing/state",
            "GET /api/v1/billing/usage",
            "GET /api/v1/billing/plan",
            "POST /api/v1/billing/checkout-session",
            "POST /api/v1/billing/portal-session",
            "GET /api/v1/billing/portal-session",
            "GET /api/v1/billing/subscription",
            "POST /api/v1/billing/subscription/change",
            "POST /api/v1/billing/subscription/preview",
            "POST /api/v1/billing/subscription/cancel",
            "POST /api/v1/billing/subscription/resume",
            "GET /api/v1/billing/history",
            "GET /api/v1/billing/summary",
            "GET /api/v1/billing/invoices",
            "GET /api/v1/billing/payment-methods",
            "GET /api/v1/billing/trial-end",
            "GET /api/v1/billing/plan-preview");
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
  void whoMayNotWorkMayStillComeHere() {
    world.under(world.contract("pro", ContractStatus.UNPAID, 1, Optional.empty()));
    for (Route route : world.routes().all()) {
      assertThat(world.owner().send(route.method(), route.path().text(), "{}").status())
          .as(route.name())
          .isIn(200, 404, 409, 422)
          .isNotEqualTo(403);
    }
  }

  @Test
  void everyRoleReads() {
    world.trialing(Duration.ofDays(3));
    for (Route route : world.routes().all()) {
      if (route.method().equals("GET") && !route.path().text().endsWith("/portal-session")) {
        for (Role role : Role.values()) {
          assertThat(world.anybody().as(role).get(route.path().text() + "?plan=pro").status())
              .as(role + " " + route.name())
              .isEqualTo(200);
        }
      }
    }
  }

  @Test
  void theApiDocumentHasEveryRouteAndItsRefusals() throws IOException {
    String document = document();
    for (Route route : world.routes().all()) {
      assertThat(document).contains("  " + route.path().text() + ":\n");
    }
    for (String code :
        List.of(
            "stripe_not_configured",
            "subscription_exists",
            "currency_fixed",
            "no_stripe_customer",
            "usage_exceeds_plan",
            "payment_declined",
            "checkout_required",
            "subscription_moved",
            "subscription_unknown_plan",
            "no_subscription",
            "validation_failed",
            "forbidden")) {
      assertThat(document).contains(code);
    }
  }

  private static String document() throws IOException {
    try (InputStream in = RoutesTest.class.getResourceAsStream("/META-INF/swagger/billing.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
