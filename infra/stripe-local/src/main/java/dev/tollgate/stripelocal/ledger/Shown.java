package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An object as the outside sees it: fields whose name starts with an underscore stay inside. */
public final class Shown {
  private Shown() {}

  /** A deep copy without internal fields. */
  public static ObjectNode of(ObjectNode object) {
    ObjectNode shown = Json.object();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!isInternal(field)) {
        shown.set(field.getKey(), shown(field.getValue()));
      }
    }
    return shown;
  }

  private static boolean isInternal(Map.Entry<String, JsonNode> field) {
    // Meter events have no id on the wire; the one they are stored under begins with an underscore.
    return field.getKey().startsWith("_")
        || (field.getKey().equals("id") && field.getValue().asText().startsWith("_"));
  }

  private static JsonNode shown(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return of(object);
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = Json.array();
      array.forEach(element -> copy.add(shown(element)));
      return copy;
    }
    return value;
  }
}
