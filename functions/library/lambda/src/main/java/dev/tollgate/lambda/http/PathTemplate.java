package dev.tollgate.lambda.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route's path with {@code {names}} for whole segments, as API Gateway writes it. */
public record PathTemplate(String text, List<String> segments) {

  static PathTemplate of(String text) {
    List<String> segments = new ArrayList<>(List.of(text.split("/", -1)));
    segments.removeFirst();
    return new PathTemplate(text, List.copyOf(segments));
  }

  /** The variables' values, where the path is of this shape. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String expected = segments.get(i);
      if (isVariable(expected)) {
        variables.put(expected.substring(1, expected.length() - 1), path.get(i));
      } else if (!expected.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }
}
