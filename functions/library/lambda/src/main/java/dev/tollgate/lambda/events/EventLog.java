package dev.tollgate.lambda.events;

import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.logging.Log;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of records that did not simply succeed. Identifiers and our own words only. */
@Singleton
final class EventLog {
  private final Log log;
  private final Time time;

  EventLog(Log log, Time time) {
    this.log = log;
    this.time = time;
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

  /** Log line and metric at once (CloudWatch's embedded metric format), since someone must look. */
  void parked(String source, String record, String reason) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", "ERROR");
    line.put("event", "record_parked");
    line.put("source", source);
    line.put("record", record);
    line.put("reason", reason);
    line.put("parked", 1);
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
                    List.of(Map.of("Name", "parked", "Unit", "Count"))))));
    log.raw(line);
  }
}
