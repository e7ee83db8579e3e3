package dev.tollgate.lambda.http;

import dev.tollgate.core.identity.AccessClaims;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Plays every route once before the snapshot, so that the first real request finds all beans made
 * and all classes loaded: with an empty body, which every route that writes refuses, and with the
 * token of a person who does not exist, which makes the guards read the table and find nobody.
 */
@Singleton
final class Rehearsal implements PrimedAtSnapshot {
  private final BeanContext context;
  private final Routes routes;
  private final Exchange exchange;
  private final Time time;
  private final Ids ids;

  Rehearsal(BeanContext context, Routes routes, Exchange exchange, Time time, Ids ids) {
    this.context = context;
    this.routes = routes;
    this.exchange = exchange;
    this.time = time;
    this.ids = ids;
  }

  @Override
  public boolean isOfRequests() {
    return true;
  }

  @Override
  public void prime() {
    String token = routes.all().stream().allMatch(Route::open) ? "" : nobodysToken();
    for (Route route : routes.all()) {
      exchange.rehearse(request(route, token));
    }
  }

  private String nobodysToken() {
    Instant now = time.now();
    return context
        .getBean(AccessTokens.class)
        .mint(
            new AccessClaims(ids.tenant(now), ids.user(now), ids.session(now), Role.VIEWER),
            now,
            Duration.ofSeconds(10));
  }

  private static Request request(Route route, String token) {
    return new Request(
        route.method(),
        route.path().text(),
        route.path().segments(),
        Map.of(),
        Map.of("content-type", "application/json", "authorization", "Bearer " + token),
        Map.of(),
        "{}".getBytes(StandardCharsets.UTF_8),
        new Client("priming", "priming"),
        "priming");
  }
}
