package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns news into one delivery for each endpoint that wants it, and tries each once at once.
 * Whatever fails after the deliveries are written is left to {@link DeliveringDue}.
 */
public final class PublishingNews {
  /** Within a try's ten seconds of the end of a batch. */
  private static final Duration RUN = Duration.ofSeconds(10);

  private final Endpoints endpoints;
  private final WebhookDeliveries deliveries;
  private final RunningRound round;
  private final Time time;

  public PublishingNews(
      Endpoints endpoints, WebhookDeliveries deliveries, RunningRound round, Time time) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.round = round;
    this.time = time;
  }

  /** Of a message that comes again, only what is not there yet is made and tried. */
  public Round publish(Message message, Announcement.Published news) {
    Map<EndpointId, Endpoint> wanting =
        endpoints.all().stream()
            .filter(endpoint -> endpoint.wants(news.event()))
            .collect(Collectors.toMap(Endpoint::id, Function.identity()));
    if (wanting.isEmpty()) {
      return Round.empty();
    }
    Instant now = time.now();
    String body = Payload.of(news.event(), message.at(), message.tenant(), news.data());
    List<Delivery.Pending> wanted =
        wanting.keySet().stream()
            .map(id -> new Letter(id, message.id(), news.event(), body, now))
            .map(letter -> Delivery.Pending.first(letter, now))
            .toList();
    return round.run(
        deliveries.create(wanted), id -> Optional.ofNullable(wanting.get(id)), now.plus(RUN));
  }
}
