package dev.tollgate.local.gateway;

import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which function answers what. Two functions cannot have the same route. */
public final class RouteTable {
  private static final String ANY = "ANY";

  private record Entry(PathPattern pattern, Trigger.Route route, FunctionDefinition function) {}

  /**
   * @param parameters of the path, decoded
   */
  record Match(Trigger.Route route, FunctionDefinition function, Map<String, String> parameters) {}

  private final List<Entry> mostSpecificFirst;

  private RouteTable(List<Entry> mostSpecificFirst) {
    this.mostSpecificFirst = mostSpecificFirst;
  }

  public static RouteTable of(List<FunctionDefinition> functions) {
    List<Entry> entries = new ArrayList<>();
    for (FunctionDefinition function : functions) {
      function
          .triggers(Trigger.Route.class)
          .forEach(r -> entries.add(new Entry(PathPattern.parse(r.path()), r, function)));
    }
    List<String> keys = entries.stream().map(entry -> entry.route().key()).toList();
    keys.stream()
        .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalStateException("the route " + key + " stands twice");
            });
    entries.sort(
        Comparator.<Entry, String>comparing(entry -> entry.pattern().precedence())
            .thenComparing(entry -> entry.route().method().equals(ANY)));
    return new RouteTable(entries);
  }

  Optional<Match> find(String method, String rawPath) {
    for (Entry entry : mostSpecificFirst) {
      if (entry.route().method().equals(method) || entry.route().method().equals(ANY)) {
        Optional<Map<String, String>> parameters = entry.pattern().match(rawPath);
        if (parameters.isPresent()) {
          return Optional.of(new Match(entry.route(), entry.function(), parameters.get()));
        }
      }
    }
    return Optional.empty();
  }
}
