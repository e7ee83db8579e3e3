package dev.tollgate.webhooks;

import dev.tollgate.core.billing.ApplyingEvents;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.Reconciling;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.lambda.logging.Log;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the platform owner is told: ids and words of our own, and figures that alarms watch. */
final class BillingLog {
  private final Log log;
  private final Time time;

  BillingLog(Log log, Time time) {
    this.log = log;
    this.time = time;
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
      measure("ERROR", "billing_alarm", Map.of("what", alarm.what()), Map.of("billing_alarm", 1));
    }
  }

  void gaveUp(ProviderEvent event, RuntimeException cause) {
    Map<String, String> which = Map.of("provider_event", event.id(), "type", event.type());
    log.error("event_given_up", which, cause);
    measure("ERROR", "event_failed", which, Map.of("event_failed", 1));
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
    Map<String, Integer> figures = new LinkedHashMap<>();
    figures.put("compared", report.compared());
    figures.put("requeued", report.requeued());
    figures.put("drift", report.drifts().size());
    figures.put("not_compared", report.failures().size());
    measure("INFO", "reconciled", Map.of(), figures);
  }

  /** Log line and metrics at once: CloudWatch's embedded metric format. */
  private void measure(
      String level, String event, Map<String, String> words, Map<String, Integer> figures) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", level);
    line.put("event", event);
    line.put("source", "stripe");
    line.putAll(words);
    line.putAll(figures);
    List<Map<String, String>> metrics =
        figures.keySet().stream().map(name -> Map.of("Name", name, "Unit", "Count")).toList();
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            time.now().toEpochMilli(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    "Tollgate",
                    "Dimensions",
                    List.of(List.of("source")),
                    "Metrics",
                    metrics))));
    log.raw(line);
  }
}
