package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Shown;
import dev.tollgate.stripelocal.settings.Positions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A webhook as it goes over the wire: the signed bytes are the sent bytes. */
record Message(URI url, String body, List<String> secrets) {
  /** What a thin notification tells; the rest is fetched. */
  private static final Set<String> THIN =
      Set.of("id", "object", "type", "created", "livemode", "reason", "related_object");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long HOUR_SECONDS = 3600;

  static Message of(ObjectNode event, ObjectNode endpoint, long now, Positions positions) {
    ObjectNode shown = Shown.of(event);
    if (Kind.THIN_EVENT.object().equals(Json.text(event, "object"))) {
      shown.retain(THIN);
    } else if (!positions.apiVersion().isEmpty()) {
      shown.put("api_version", positions.apiVersion());
    }
    List<String> secrets =
        positions.badSignature()
            ? List.of("whsec_not_yours")
            : new Endpoint(endpoint).liveSecrets(now);
    return new Message(
        URI.create(endpoint.required("url").textValue()), Json.pretty(shown), secrets);
  }

  /** Freshly signed at the given time, in seconds. */
  HttpRequest request(long now, Positions positions) {
    long timestamp = positions.oldTimestamp() ? now - HOUR_SECONDS : now;
    return HttpRequest.newBuilder(url)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json; charset=utf-8")
        .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
        .header("Stripe-Signature", Signature.header(timestamp, body, secrets))
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
