package dev.tollgate.admin;

import dev.tollgate.core.outgoing.Endpoint;
import dev.tollgate.core.outgoing.SigningSecrets;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of outgoing webhooks.
 *
 * @param events that it wants; empty for all
 * @param disabledReason by_owner or gone; null while it is enabled
 * @param previousSecretUntil until then the secret before the rotation signs too; null otherwise
 * @param secret that signs; null but in the answer that made it
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record EndpointView(
    String id,
    String url,
    String description,
    List<String> events,
    boolean enabled,
    @Nullable String disabledReason,
    @Nullable String disabledSince,
    @Nullable String previousSecretUntil,
    String createdAt,
    @Nullable String secret) {

  static EndpointView of(Endpoint endpoint, Instant now) {
    return of(endpoint, now, null);
  }

  /** For the one answer that made the secret. */
  static EndpointView withSecret(Endpoint endpoint, Instant now) {
    return of(endpoint, now, endpoint.secrets().current().text());
  }

  private static EndpointView of(Endpoint endpoint, Instant now, @Nullable String secret) {
    Endpoint.State.@Nullable Disabled disabled =
        endpoint.state() instanceof Endpoint.State.Disabled state ? state : null;
    return new EndpointView(
        endpoint.id().value(),
        endpoint.url().uri().toString(),
        endpoint.description(),
        endpoint.events().stream().sorted().toList(),
        disabled == null,
        disabled == null ? null : disabled.reason().wireName(),
        disabled == null ? null : disabled.since().toString(),
        endpoint
            .secrets()
            .retiring(now)
            .map(SigningSecrets.Retiring::until)
            .map(Instant::toString)
            .orElse(null),
        endpoint.createdAt().toString(),
        secret);
  }

  /** All endpoints; always all of them. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record ListView(List<EndpointView> items, @Nullable String nextCursor) {
    static ListView of(List<Endpoint> endpoints, Instant now) {
      return new ListView(
          endpoints.stream().map(endpoint -> EndpointView.of(endpoint, now)).toList(), null);
    }
  }
}
