package dev.tollgate.lambda.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.logging.Measures.Figure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Measures measures =
      new Measures(
          new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "test"),
          new FixedTime(NOW));

  @Test
  void aLineIsLogAndMetricsAtOnce() {
    measures.info(
        "request",
        Map.of("status_class", "2xx", "route", "GET /"),
        Map.of("status", 204),
        Figure.count("requests", 1),
        Figure.millis("duration_ms", 1.5));

    assertThat(line())
        .isEqualTo(
            Map.of(
                "level",
                "INFO",
                "event",
                "request",
                "route",
                "GET /",
                "status_class",
                "2xx",
                "status",
                204L,
                "requests",
                1L,
                "duration_ms",
                new BigDecimal("1.5"),
                "_aws",
                Map.of(
                    "Timestamp",
                    NOW.toEpochMilli(),
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
                                Map.of("Name", "duration_ms", "Unit", "Milliseconds")))))));
  }

  @Test
  void whatSomebodyMustLookAtIsAnError() {
    measures.error("record_parked", Map.of(), Map.of(), Figure.count("parked", 1));
    assertThat(String.valueOf(line())).contains("level=ERROR");
  }

  private Object line() {
    assertThat(written.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    Object line = Json.read(written.toByteArray());
    return Objects.requireNonNull(line);
  }
}
