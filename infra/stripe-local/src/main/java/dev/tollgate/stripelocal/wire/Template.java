package dev.tollgate.stripelocal.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with variables: {@code /v1/customers/{customer}}. */
record Template(List<String> segments) {
  static Template of(String template) {
    return new Template(split(template));
  }

  /** The variables' values; empty when the path is another one. */
  Optional<Map<String, String>> match(String path) {
    List<String> given = split(path);
    if (given.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        variables.put(segment.substring(1, segment.length() - 1), given.get(i));
      } else if (!segment.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static List<String> split(String path) {
    return List.of(path.split("/", -1));
  }
}
