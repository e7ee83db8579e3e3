package dev.tollgate.lambda.logging;

import dev.tollgate.core.kernel.Time;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes lines that are log and metrics at once: CloudWatch's embedded metric format. What holds
 * for {@link Log} holds for their words.
 */
public final class Measures {
  private static final String NAMESPACE = "Tollgate";

  private final Log log;
  private final Time time;

  public Measures(Log log, Time time) {
    this.log = log;
    this.time = time;
  }

  /**
   * A number that CloudWatch adds up.
   *
   * @param unit in CloudWatch's words
   */
  public record Figure(String name, Number value, String unit) {
    public static Figure count(String name, long value) {
      return new Figure(name, value, "Count");
    }

    public static Figure millis(String name, double value) {
      return new Figure(name, value, "Milliseconds");
    }
  }

  /**
   * @param dimensions by which the figures are told apart, together; few values each, since every
   *     combination is a metric that is paid for
   * @param words what else a reader of the line wants to know
   */
  public void info(
      String event, Map<String, String> dimensions, Map<String, ?> words, Figure... figures) {
    write("INFO", event, dimensions, words, figures);
  }

  /** The same, where somebody must look. */
  public void error(
      String event, Map<String, String> dimensions, Map<String, ?> words, Figure... figures) {
    write("ERROR", event, dimensions, words, figures);
  }

  private void write(
      String level,
      String event,
      Map<String, String> dimensions,
      Map<String, ?> words,
      Figure... figures) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", level);
    line.put("event", event);
    line.putAll(dimensions);
    line.putAll(words);
    for (Figure figure : figures) {
      line.put(figure.name(), figure.value());
    }
    line.put("_aws", description(dimensions, figures));
    log.raw(line);
  }

  private Map<String, Object> description(Map<String, String> dimensions, Figure... figures) {
    List<Map<String, String>> metrics =
        Arrays.stream(figures)
            .map(figure -> Map.of("Name", figure.name(), "Unit", figure.unit()))
            .toList();
    List<String> names = dimensions.keySet().stream().sorted().toList();
    return Map.of(
        "Timestamp",
        time.now().toEpochMilli(),
        "CloudWatchMetrics",
        List.of(Map.of("Namespace", NAMESPACE, "Dimensions", List.of(names), "Metrics", metrics)));
  }
}
