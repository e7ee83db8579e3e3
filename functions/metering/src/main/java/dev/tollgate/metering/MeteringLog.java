package dev.tollgate.metering;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.usage.ComparingUsage;
import dev.tollgate.lambda.logging.Log;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the platform owner is told of the sums. */
final class MeteringLog {
  private final Log log;
  private final Time time;

  MeteringLog(Log log, Time time) {
    this.log = log;
    this.time = time;
  }

  /** A line for a person: what was billed is not what was used. */
  void difference(ComparingUsage.Difference difference) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", "ERROR");
    line.put("event", "usage_differs");
    line.put("tenant", difference.tenant().value());
    line.put("meter", difference.meter().key());
    line.put("ours", difference.ours());
    line.put("theirs", difference.theirs());
    line.put("late", difference.late());
    log.raw(line);
  }

  void notCompared(TenantId tenant, RuntimeException cause) {
    log.error("usage_not_compared", Map.of("tenant", tenant.value()), cause);
  }

  /** Log line and metrics at once: CloudWatch's embedded metric format. */
  void compared(int compared, int differences, int failed) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", "INFO");
    line.put("event", "usage_compared");
    line.put("source", "metering");
    line.put("compared", compared);
    line.put("usage_difference", differences);
    line.put("usage_not_compared", failed);
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
                    List.of(
                        Map.of("Name", "usage_difference", "Unit", "Count"),
                        Map.of("Name", "usage_not_compared", "Unit", "Count"))))));
    log.raw(line);
  }
}
