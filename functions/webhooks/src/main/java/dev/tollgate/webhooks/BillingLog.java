package dev.tollgate.webhooks;

import dev.tollgate.core.billing.ApplyingEvents;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.Reconciling;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import dev.tollgate.lambda.logging.Measures.Figure;
import java.util.Map;

/** What the platform owner is told: ids and words of our own, and figures that alarms watch. */
final class BillingLog {
  private static final Map<String, String> SOURCE = Map.of("source", "stripe");

  private final Log log;
  private final Measures measures;

  BillingLog(Log log, Measures measures) {
    this.log = log;
    this.measures = measures;
  }

  void applied(ApplyingEvents.Applied applied) {
    for (BillingChange.Outcome outcome : applied.outcomes()) {
      log.info(
          "event_finished",
          Map.of(
              "provider_event",
              outcome.event().id(),
              "type",
              outcome.event().type(),
              "status",
              outcome.status().wireName(),
              "effect",
              outcome.effect()));
    }
    for (Happening.Alarm alarm : applied.alarms()) {
      measures.error(
          "billing_alarm", SOURCE, Map.of("what", alarm.what()), Figure.count("billing_alarm", 1));
    }
  }

  void gaveUp(ProviderEvent event, RuntimeException cause) {
    Map<String, String> which = Map.of("provider_event", event.id(), "type", event.type());
    log.error("event_given_up", which, cause);
    measures.error("event_failed", SOURCE, which, Figure.count("event_failed", 1));
  }

  void unavailable(Unavailable cause) {
    log.error("billing_unavailable", Map.of(), cause);
  }

  void reconciled(Reconciling.Report report) {
    for (Reconciling.Drift drift : report.drifts()) {
      log.warn("drift", Map.of("tenant", drift.tenant().value(), "change", drift.change()));
    }
    for (Reconciling.Failure failure : report.failures()) {
      log.error("not_compared", Map.of("tenant", failure.tenant().value()), failure.cause());
    }
    measures.info(
        "reconciled",
        SOURCE,
        Map.of(),
        Figure.count("compared", report.compared()),
        Figure.count("requeued", report.requeued()),
        Figure.count("drift", report.drifts().size()),
        Figure.count("not_compared", report.failures().size()));
  }
}
