package dev.tollgate.lambda.http;

import dev.tollgate.lambda.logging.Measures;
import dev.tollgate.lambda.logging.Measures.Figure;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * One line a request, which is log and metric at once: which route, which status, how long. Paths
 * are written as templates, so no id or token stands in them.
 */
@Singleton
final class RequestLog {
  private final Measures measures;

  RequestLog(Measures measures) {
    this.measures = measures;
  }

  /**
   * @param route the route's name, or a word for none
   */
  void write(Request request, String route, int status, long micros) {
    Map<String, String> dimensions = Map.of("route", route, "status_class", status / 100 + "xx");
    Map<String, ?> words = Map.of("request_id", request.requestId(), "status", status);
    Figure one = Figure.count("requests", 1);
    Figure duration = Figure.millis("duration_ms", micros / 1000.0);
    if (status < 500) {
      measures.info("request", dimensions, words, one, duration);
    } else {
      measures.error("request", dimensions, words, one, duration);
    }
  }
}
