package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts whole objects in the place of ids, along checked paths. */
final class Expansion {
  private final Work work;
  private final Function<Kind, Map<String, BiFunction<Work, ObjectNode, @Nullable JsonNode>>>
      includables;

  Expansion(
      Work work,
      Function<Kind, Map<String, BiFunction<Work, ObjectNode, @Nullable JsonNode>>> includables) {
    this.work = work;
    this.includables = includables;
  }

  /** Changes the answer, which must be a copy. */
  void expand(ObjectNode answer, List<List<String>> paths) {
    paths.forEach(path -> along(answer, path));
  }

  private void along(ObjectNode owner, List<String> path) {
    String name = path.getFirst();
    JsonNode value = whole(owner, name);
    List<String> rest = path.subList(1, path.size());
    if (rest.isEmpty()) {
      return;
    }
    if (value instanceof ObjectNode object) {
      along(object, rest);
    } else if (value instanceof ArrayNode array) {
      for (JsonNode element : array) {
        if (element instanceof ObjectNode object) {
          along(object, rest);
        }
      }
    }
  }

  private @Nullable JsonNode whole(ObjectNode owner, String name) {
    JsonNode value = owner.get(name);
    if (value == null || value.isNull()) {
      value = included(owner, name);
    } else if (value.isTextual()) {
      value = object(value.textValue()).<JsonNode>map(object -> object).orElse(value);
    } else if (value instanceof ArrayNode array) {
      value = elements(array);
    }
    if (value != null) {
      owner.set(name, value);
    }
    return value;
  }

  private ArrayNode elements(ArrayNode array) {
    ArrayNode whole = Json.array();
    for (JsonNode element : array) {
      JsonNode found =
          element.isTextual()
              ? object(element.textValue()).<JsonNode>map(object -> object).orElse(element)
              : element;
      whole.add(found);
    }
    return whole;
  }

  private @Nullable JsonNode included(ObjectNode owner, String name) {
    String object = owner.path("object").asText();
    return Kind.ofObject(object)
        .map(includables)
        .map(fields -> fields.get(name))
        .map(field -> field.apply(work, owner))
        .map(JsonNode::<JsonNode>deepCopy)
        .orElse(null);
  }

  private Optional<ObjectNode> object(String id) {
    return Kind.ofId(id)
        .flatMap(kind -> work.find(kind, id).or(() -> work.tombstone(kind, id)))
        .map(ObjectNode::deepCopy);
  }
}
