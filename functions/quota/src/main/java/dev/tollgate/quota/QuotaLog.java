package dev.tollgate.quota;

import dev.tollgate.core.quota.RecountingGauges;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import dev.tollgate.lambda.logging.Measures.Figure;
import java.util.Map;

/** What the platform owner is told of the meters. */
final class QuotaLog {
  private static final Map<String, String> SOURCE = Map.of("source", "quota");

  private final Log log;
  private final Measures measures;

  QuotaLog(Log log, Measures measures) {
    this.log = log;
    this.measures = measures;
  }

  void expired(int reservations) {
    measures.info(
        "reservations_expired",
        SOURCE,
        Map.of(),
        Figure.count("reservations_expired", reservations));
  }

  /** At once, so that a run that is cut short has told what it changed. */
  void found(RecountingGauges.Report report) {
    for (RecountingGauges.Correction correction : report.corrections()) {
      log.warn(
          "gauge_corrected",
          Map.of(
              "tenant", correction.tenant().value(),
              "meter", correction.gauge().key(),
              "was", correction.was(),
              "is", correction.is()));
    }
    for (RecountingGauges.Failure failure : report.failures()) {
      log.error(
          "gauges_not_recounted", Map.of("tenant", failure.tenant().value()), failure.cause());
    }
  }

  void recounted(int compared, int corrected, int failed) {
    measures.info(
        "gauges_recounted",
        SOURCE,
        Map.of(),
        Figure.count("tenants_recounted", compared),
        Figure.count("gauges_corrected", corrected),
        Figure.count("tenants_not_recounted", failed));
  }
}
