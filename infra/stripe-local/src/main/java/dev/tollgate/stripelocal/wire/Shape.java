package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Which of a parameter's shapes is meant. */
final class Shape {
  private Shape() {}

  /** The alternatives of a schema; itself when it has none. */
  static List<JsonNode> of(JsonNode schema) {
    return schema.has("anyOf")
        ? StreamSupport.stream(schema.path("anyOf").spliterator(), false).toList()
        : List.of(schema);
  }

  /** The alternative that takes a map or an array; missing when there is none. */
  static JsonNode forMap(JsonNode schema, ObjectNode given) {
    boolean numbered =
        !given.isEmpty()
            && given.propertyStream().allMatch(field -> field.getKey().matches("[0-9]+"));
    JsonNode fallback = MissingNode.getInstance();
    for (JsonNode shape : of(schema)) {
      if (shape.isEmpty()) {
        return shape; // anything goes
      }
      boolean array = shape.has("items");
      boolean map = shape.has("properties") || shape.path("type").asText().equals("object");
      if (array && numbered) {
        return shape;
      }
      if (map && !numbered) {
        return shape;
      }
      if (array || map) {
        fallback = shape;
      }
    }
    return fallback;
  }
}
