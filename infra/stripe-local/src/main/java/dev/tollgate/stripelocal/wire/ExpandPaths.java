package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.stripelocal.ledger.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Checks {@code expand[]} against the answer's schema before an operation runs. */
final class ExpandPaths {
  private static final int DEEPEST = 4;

  private final ApiDescription description;
  private final Function<Kind, Set<String>> includables;

  ExpandPaths(ApiDescription description, Function<Kind, Set<String>> includables) {
    this.description = description;
    this.includables = includables;
  }

  /** The paths, split at dots; else 400. */
  List<List<String>> checked(JsonNode answerSchema, Params params) {
    List<List<String>> paths = new ArrayList<>();
    for (String text : params.texts("expand")) {
      List<String> path = List.of(text.split("\\.", -1));
      if (path.size() > DEEPEST) {
        throw StripeError.invalid(
            "You cannot expand more than 4 levels of a property. Property: " + text, "expand");
      }
      if (!answerSchema.isMissingNode() && !expandable(answerSchema, path, false)) {
        throw StripeError.invalid("This property cannot be expanded (" + text + ").", "expand");
      }
      paths.add(path);
    }
    return paths;
  }

  /** Whether the path exists and passes at least one thing that is not there unexpanded. */
  private boolean expandable(JsonNode schema, List<String> path, boolean passedOne) {
    for (JsonNode alternative : Shape.of(schema)) {
      JsonNode shape = description.resolved(alternative);
      if (path.isEmpty()) {
        return passedOne;
      }
      JsonNode array = shape.path("items");
      if (!array.isMissingNode() && expandable(array, path, passedOne)) {
        return true;
      }
      String name = path.getFirst();
      JsonNode child = shape.path("properties").path(name);
      boolean includable = includable(shape, name);
      if (!child.isMissingNode() || includable) {
        boolean passes = passedOne || includable || isExpandable(child) || isList(child);
        List<String> rest = path.subList(1, path.size());
        if (rest.isEmpty() ? passes : expandable(child, rest, passes)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean includable(JsonNode shape, String name) {
    String object = shape.path("properties").path("object").path("enum").path(0).asText();
    return Kind.ofObject(object).filter(kind -> includables.apply(kind).contains(name)).isPresent();
  }

  private boolean isExpandable(JsonNode child) {
    return child.path("expandable").booleanValue()
        || child.path("items").path("expandable").booleanValue();
  }

  /** Nested lists are expandable even where they are always there. */
  private static boolean isList(JsonNode child) {
    return child.path("properties").path("object").path("enum").path(0).asText().equals("list");
  }
}
