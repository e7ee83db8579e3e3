package dev.tollgate.lambda.logging;

import dev.tollgate.lambda.json.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes one line of JSON an event to standard output, which Lambda carries to CloudWatch. Callers
 * give identifiers, counts and words of our own; never what a person typed.
 */
public final class Log {
  private final PrintStream out;
  private final String function;

  public Log(PrintStream out, String function) {
    this.out = out;
    this.function = function;
  }

  public void info(String event, Map<String, ?> fields) {
    write("INFO", event, fields);
  }

  /** Something that needs nobody today but would, were it frequent. */
  public void warn(String event, Map<String, ?> fields) {
    write("WARN", event, fields);
  }

  /**
   * A bug or a broken dependency. The exception's classes and the top of its trace are logged, its
   * messages are not, since they may quote what a person sent.
   */
  public void error(String event, Map<String, ?> fields, Throwable cause) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("cause", Trace.of(cause));
    write("ERROR", event, all);
  }

  /** A line that is not an event: CloudWatch's embedded metric format. */
  public void raw(Map<String, ?> line) {
    out.println(new String(Json.write(line), StandardCharsets.UTF_8));
  }

  private void write(String level, String event, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", level);
    line.put("event", event);
    line.put("function", function);
    line.putAll(fields);
    raw(line);
  }
}
