package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.outgoing.WebhookSender.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Sends one endpoint a test, now and once, whatever events it wants. No delivery is kept of it. */
public final class TestingEndpoint {
  private final Endpoints endpoints;
  private final DisablingEndpoint disabling;
  private final WebhookSender sender;
  private final Time time;
  private final Ids ids;

  public TestingEndpoint(
      Endpoints endpoints, DisablingEndpoint disabling, WebhookSender sender, Time time, Ids ids) {
    this.endpoints = endpoints;
    this.disabling = disabling;
    this.sender = sender;
    this.time = time;
    this.ids = ids;
  }

  /** How it went. */
  public sealed interface Outcome {}

  public record Sent(WebhookSender.Outcome outcome) implements Outcome {}

  public record Unknown() implements Outcome {}

  /** A disabled endpoint gets nothing. */
  public record Disabled() implements Outcome {}

  /** As with any news, an answer of 410 disables the endpoint. */
  public Outcome test(EndpointId id) {
    Optional<Endpoint> found = endpoints.find(id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Endpoint endpoint = found.get();
    if (!endpoint.isEnabled()) {
      return new Disabled();
    }
    Instant now = time.now();
    String body = Payload.write(EventNames.ENDPOINT_TEST, now, Map.of("endpoint_id", id.value()));
    Letter letter = new Letter(id, ids.message(now), EventNames.ENDPOINT_TEST, body, now);
    WebhookSender.Outcome outcome =
        sender.send(Request.of(letter, endpoint.url(), endpoint.secrets(), now));
    if (outcome instanceof WebhookSender.Outcome.Gone) {
      disabling.gone(endpoint, time.now());
    }
    return new Sent(outcome);
  }
}
