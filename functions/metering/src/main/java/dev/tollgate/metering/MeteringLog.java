package dev.tollgate.metering;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.usage.ComparingUsage;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import dev.tollgate.lambda.logging.Measures.Figure;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the platform owner is told of the sums. */
final class MeteringLog {
  private final Log log;
  private final Measures measures;

  MeteringLog(Log log, Measures measures) {
    this.log = log;
    this.measures = measures;
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

  void compared(int compared, int differences, int failed) {
    measures.info(
        "usage_compared",
        Map.of("source", "metering"),
        Map.of("compared", compared),
        Figure.count("usage_difference", differences),
        Figure.count("usage_not_compared", failed));
  }
}
