package dev.tollgate.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a route: fixed segments, {@code {name}}, and {@code {name+}} for all that follows.
 */
final class PathPattern {
  private final List<String> segments;

  private PathPattern(List<String> segments) {
    this.segments = segments;
  }

  static PathPattern parse(String path) {
    return new PathPattern(segments(path));
  }

  /** The values of its parameters, percent escapes decoded; empty where it does not match. */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> given = segments(rawPath);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String wanted = segments.get(i);
      if (i >= given.size()) {
        return Optional.empty();
      }
      if (isGreedy(wanted)) {
        String rest = String.join("/", given.subList(i, given.size()));
        parameters.put(wanted.substring(1, wanted.length() - 2), decode(rest));
        return rest.isEmpty() ? Optional.empty() : Optional.of(parameters);
      }
      if (isParameter(wanted) && !given.get(i).isEmpty()) {
        parameters.put(wanted.substring(1, wanted.length() - 1), decode(given.get(i)));
      } else if (!wanted.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return given.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  /** Fixed segments win over parameters, those over a greedy one, from the left. */
  String precedence() {
    StringBuilder order = new StringBuilder();
    for (String segment : segments) {
      order.append(isGreedy(segment) ? '2' : isParameter(segment) ? '1' : '0');
    }
    return order.toString();
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean isGreedy(String segment) {
    return segment.startsWith("{") && segment.endsWith("+}");
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  /** A plus sign stays one: only forms write blanks that way. */
  static String decode(String escaped) {
    return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
