package dev.tollgate.lambda.events;

import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import jakarta.inject.Singleton;
import java.util.Map;

/** What became of records that did not simply succeed. Identifiers and our own words only. */
@Singleton
final class EventLog {
  private final Log log;
  private final Measures measures;

  EventLog(Log log, Measures measures) {
    this.log = log;
    this.measures = measures;
  }

  void retried(String source, String record, String reason) {
    log.warn("record_retried", Map.of("source", source, "record", record, "reason", reason));
  }

  /** A bug or a broken dependency; the record is retried. */
  void failed(String source, String record, RuntimeException cause) {
    log.error("record_failed", Map.of("source", source, "record", record), cause);
  }

  void taskFailed(String task, RuntimeException cause) {
    log.error("task_failed", Map.of("task", task), cause);
  }

  /** With a figure, since someone must look. */
  void parked(String source, String record, String reason) {
    measures.error(
        "record_parked",
        Map.of("source", source),
        Map.of("record", record, "reason", reason),
        Measures.Figure.count("parked", 1));
  }
}
