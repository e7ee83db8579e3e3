package dev.tollgate.lambda.http;

import dev.tollgate.lambda.logging.Log;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line a request, which is log and metric at once (CloudWatch's embedded metric format): which
 * route, which status, how long. Paths are written as templates, so no id or token stands in them.
 */
@Singleton
final class RequestLog {
  private final Log log;

  RequestLog(Log log) {
    this.log = log;
  }

  /**
   * @param route the route's name, or a word for none
   * @param epochMillis when the request ended, on the deployment's clock
   */
  void write(Request request, String route, int status, long micros, long epochMillis) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", status < 500 ? "INFO" : "ERROR");
    line.put("event", "request");
    line.put("request_id", request.requestId());
    line.put("route", route);
    line.put("status", status);
    line.put("status_class", status / 100 + "xx");
    line.put("duration_ms", micros / 1000.0);
    line.put("requests", 1);
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            epochMillis,
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    "Tollgate",
                    "Dimensions",
                    List.of(List.of("route", "status_class")),
                    "Metrics",
                    List.of(
                        Map.of("Name", "requests", "Unit", "Count"),
                        Map.of("Name", "duration_ms", "Unit", "Milliseconds"))))));
    log.raw(line);
  }
}
