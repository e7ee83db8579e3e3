package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Instant;
import java.util.Optional;

/** The platform owner has a letter sent again, whatever became of it; the next run sends it. */
public final class RetryingDelivery {
  private static final int ROUNDS = 5;

  private final Endpoints endpoints;
  private final WebhookDeliveries deliveries;
  private final Time time;

  public RetryingDelivery(Endpoints endpoints, WebhookDeliveries deliveries, Time time) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.time = time;
  }

  /** How it went. */
  public sealed interface Outcome {}

  /** With all its tries before it, or just being tried. */
  public record UnderWay(Delivery delivery) implements Outcome {}

  public record Unknown() implements Outcome {}

  /** A disabled endpoint gets nothing. */
  public record Disabled() implements Outcome {}

  public Outcome retry(EndpointId id, MessageId message) {
    Optional<Endpoint> endpoint = endpoints.find(id);
    if (endpoint.isEmpty()) {
      return new Unknown();
    }
    for (int round = 0; round < ROUNDS; round++) {
      Instant now = time.now();
      Optional<Delivery> found = deliveries.find(id, message, now);
      if (found.isEmpty()) {
        return new Unknown();
      }
      if (!endpoint.get().isEnabled()) {
        return new Disabled();
      }
      Optional<Delivery.Pending> restarted = found.get().restarted(now);
      if (restarted.isEmpty() || deliveries.replace(restarted.get())) {
        return new UnderWay(restarted.<Delivery>map(pending -> pending).orElse(found.get()));
      }
    }
    throw new Unavailable("the delivery kept changing");
  }
}
