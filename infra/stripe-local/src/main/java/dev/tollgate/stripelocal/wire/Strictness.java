package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Refuses what Stripe would refuse before an operation runs: names, types, enums, shapes. */
final class Strictness {
  private Strictness() {}

  /**
   * @param operation an entry of the API description
   */
  static void check(JsonNode operation, ObjectNode tree) {
    List<String> unknown = new ArrayList<>();
    collectUnknown(operation.path("params"), tree, "", unknown);
    if (!unknown.isEmpty()) {
      throw StripeError.invalid(
          "parameter_unknown",
          "Received unknown parameter"
              + (unknown.size() == 1 ? ": " : "s: ")
              + String.join(", ", unknown),
          unknown.getFirst());
    }
    checkFields(operation.path("params"), tree, "");
    checkRequired(operation.path("required"), tree, "");
  }

  private static void collectUnknown(
      JsonNode properties, ObjectNode tree, String within, List<String> unknown) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      String path = path(within, field.getKey());
      JsonNode schema = properties.get(field.getKey());
      if (schema == null) {
        unknown.add(path);
      } else if (field.getValue() instanceof ObjectNode nested) {
        collectUnknownIn(Shape.forMap(schema, nested), nested, path, unknown);
      }
    }
  }

  private static void collectUnknownIn(
      JsonNode schema, ObjectNode nested, String path, List<String> unknown) {
    if (schema.has("properties")) {
      collectUnknown(schema.path("properties"), nested, path, unknown);
      return;
    }
    if (schema.has("items")) {
      nested.forEachEntry(
          (index, element) -> {
            if (element instanceof ObjectNode map) {
              collectUnknownIn(
                  Shape.forMap(schema.path("items"), map), map, path(path, index), unknown);
            }
          });
    }
  }

  private static void checkFields(JsonNode properties, ObjectNode tree, String within) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      checkValue(properties.path(field.getKey()), field.getValue(), path(within, field.getKey()));
    }
  }

  private static void checkValue(JsonNode schema, JsonNode value, String path) {
    if (!(value instanceof ObjectNode nested)) {
      Scalars.check(schema, value.asText(), path);
      return;
    }
    JsonNode shape = Shape.forMap(schema, nested);
    if (shape.has("properties")) {
      checkFields(shape.path("properties"), nested, path);
      checkRequired(shape.path("required"), nested, path);
    } else if (shape.has("items")) {
      nested.forEachEntry(
          (index, element) -> {
            if (!index.matches("[0-9]+")) {
              throw StripeError.invalid("Invalid array", path);
            }
            checkValue(shape.path("items"), element, path(path, index));
          });
    } else if (shape.path("additionalProperties").isObject()) {
      nested.forEachEntry(
          (key, element) ->
              checkMapValue(shape.path("additionalProperties"), element, path(path, key)));
    } else if (shape.isMissingNode()) {
      throw StripeError.invalid("Invalid " + Scalars.name(schema), path);
    }
  }

  private static void checkMapValue(JsonNode schema, JsonNode value, String path) {
    // In metadata an empty text drops the key.
    if (!value.isTextual() || !value.textValue().isEmpty()) {
      checkValue(schema, value, path);
    }
  }

  private static void checkRequired(JsonNode required, ObjectNode tree, String within) {
    StreamSupport.stream(required.spliterator(), false)
        .map(JsonNode::textValue)
        .filter(name -> !tree.has(name))
        .findFirst()
        .ifPresent(
            name -> {
              String path = path(within, name);
              throw StripeError.invalid(
                  "parameter_missing", "Missing required param: " + path + ".", path);
            });
  }

  private static String path(String within, String name) {
    return within.isEmpty() ? name : within + "[" + name + "]";
  }
}
