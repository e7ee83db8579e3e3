package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Job;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the rooms registered. Filled at the start, then read only. */
final class Routes implements Router {
  /** One verb on one template. */
  record Route<T>(String verb, Template template, T target, JsonNode description) {}

  /** A route that a request matched, and its path variables. */
  record Match<T>(Route<T> route, Map<String, String> path) {}

  private final Ledger ledger;
  private final ApiDescription description;
  private final List<Route<Operation>> operations = new ArrayList<>();
  private final List<Route<PageHandler>> pages = new ArrayList<>();
  private final Map<Kind, Map<String, BiFunction<Work, ObjectNode, @Nullable JsonNode>>>
      includables = new HashMap<>();

  Routes(Ledger ledger, ApiDescription description) {
    this.ledger = ledger;
    this.description = description;
  }

  @Override
  public void on(String verb, String template, Operation op) {
    JsonNode entry =
        description
            .operation(verb, template)
            .orElseThrow(
                () -> new IllegalStateException(verb + " " + template + " is not described"));
    operations.add(new Route<>(verb, Template.of(template), op, entry));
  }

  @Override
  public void json(String verb, String template, Operation op) {
    operations.add(
        new Route<>(
            verb,
            Template.of(template),
            op,
            com.fasterxml.jackson.databind.node.MissingNode.getInstance()));
  }

  @Override
  public void list(String template, Kind kind, Filter filter) {
    boolean clocked =
        description.operation("GET", template).orElseThrow().path("params").has("test_clock");
    on("GET", template, new Listing(kind, filter, clocked));
  }

  @Override
  public void includable(
      Kind kind, String field, BiFunction<Work, ObjectNode, @Nullable JsonNode> value) {
    includables.computeIfAbsent(kind, _ -> new HashMap<>()).put(field, value);
  }

  @Override
  public void job(String name, Kind kind, Job job) {
    ledger.job(name, job);
  }

  @Override
  public void page(String verb, String template, PageHandler page) {
    pages.add(
        new Route<>(
            verb,
            Template.of(template),
            page,
            com.fasterxml.jackson.databind.node.MissingNode.getInstance()));
  }

  Optional<Match<Operation>> operation(String verb, String path) {
    return match(operations, verb, path);
  }

  Optional<Match<PageHandler>> page(String verb, String path) {
    return match(pages, verb, path);
  }

  Map<String, BiFunction<Work, ObjectNode, @Nullable JsonNode>> includables(Kind kind) {
    return includables.getOrDefault(kind, Map.of());
  }

  private static <T> Optional<Match<T>> match(List<Route<T>> routes, String verb, String path) {
    Match<T> best = null;
    for (Route<T> route : routes) {
      if (route.verb().equals(verb)) {
        Optional<Map<String, String>> variables = route.template().match(path);
        // A literal segment goes before a variable one: create_preview is no invoice's id.
        if (variables.isPresent()
            && (best == null || variables.get().size() < best.path().size())) {
          best = new Match<>(route, variables.get());
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
