package dev.tollgate.outgoing;

import dev.tollgate.core.messages.Message;
import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.Round;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import dev.tollgate.lambda.logging.Measures.Figure;
import java.util.Map;

/** What became of deliveries: identifiers, counts and reasons of our own. */
final class OutgoingLog {
  private final Log log;
  private final Measures measures;

  OutgoingLog(Log log, Measures measures) {
    this.log = log;
    this.measures = measures;
  }

  void published(Message message, String event, Round round) {
    log.info(
        "news_published",
        Map.of(
            "message", message.id().value(),
            "tenant", message.tenant().value(),
            "news", event,
            "tried", round.tried().size()));
    ran(round);
  }

  void unavailable(Message message, RuntimeException cause) {
    log.error("outgoing_unavailable", Map.of("message", message.id().value()), cause);
  }

  /** Nothing where nothing was due. */
  void ran(Round round) {
    if (round.tried().isEmpty() && round.postponed() == 0) {
      return;
    }
    round.tried().forEach(this::failure);
    measures.info(
        "webhooks_tried",
        Map.of("source", "outgoing"),
        Map.of("tried", round.tried().size(), "postponed", round.postponed()),
        Figure.count("webhook_delivered", count(round, Delivery.Delivered.class)),
        Figure.count("webhook_failed", count(round, Delivery.Pending.class)),
        Figure.count("webhook_given_up", count(round, Delivery.GivenUp.class)),
        Figure.count(
            "webhook_endpoint_gone", round.tried().stream().filter(Delivery::isGone).count()));
  }

  private void failure(Delivery delivery) {
    switch (delivery) {
      case Delivery.Pending _, Delivery.GivenUp _ -> {
        boolean over = delivery instanceof Delivery.GivenUp;
        log.warn(
            over ? "webhook_given_up" : "webhook_failed",
            Map.of(
                "endpoint", delivery.endpoint().value(),
                "message", delivery.message().value(),
                "tries", delivery.tries(),
                "reason", delivery.failure().map(Delivery.Failure::reason).orElse("")));
      }
      case Delivery.Delivered _, Delivery.Cancelled _ -> {}
    }
  }

  private static long count(Round round, Class<? extends Delivery> state) {
    return round.tried().stream().filter(state::isInstance).count();
  }
}
