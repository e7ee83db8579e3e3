package dev.tollgate.lifecycle;

import dev.tollgate.core.quota.ExpiringReservations;
import dev.tollgate.core.quota.RecountingGauges;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import dev.tollgate.lambda.logging.Measures.Figure;
import java.util.Map;

/** What the platform owner is told of the meters. */
final class MetersLog {
  private static final Map<String, String> SOURCE = Map.of("source", "lifecycle");

  private final Log log;
  private final Measures measures;

  MetersLog(Log log, Measures measures) {
    this.log = log;
    this.measures = measures;
  }

  void expired(ExpiringReservations.Report report) {
    for (ExpiringReservations.Failure failure : report.failures()) {
      log.error(
          "reservation_not_expired",
          Map.of(
              "tenant", failure.reservation().tenant().value(),
              "reservation", failure.reservation().id().value()),
          failure.cause());
    }
    measures.info(
        "reservations_expired",
        SOURCE,
        Map.of(),
        Figure.count("reservations_expired", report.expired()),
        Figure.count("reservations_not_expired", report.failures().size()));
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
