package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters that become fields of the same name. */
public final class Fields {
  private Fields() {}

  /** For a new object: each text, or null. */
  public static void texts(ObjectNode object, Params params, String... names) {
    for (String name : names) {
      object.put(name, params.orNull(name));
    }
  }

  /** For a change: only what is given; an empty text makes null. */
  public static void changedTexts(ObjectNode object, Params params, String... names) {
    for (String name : names) {
      if (params.has(name)) {
        object.put(name, params.orNull(name));
      }
    }
  }

  /** An array of texts as a field; empty when not given. */
  public static ArrayNode array(List<String> texts) {
    ArrayNode array = Json.array();
    texts.forEach(array::add);
    return array;
  }

  /** A nested map of texts, with null for each of the names that is not given; null when unset. */
  public static JsonNode map(Params params, String name, String... names) {
    return params
        .in(name)
        .<JsonNode>map(
            nested -> {
              ObjectNode object = Json.object();
              texts(object, nested, names);
              return object;
            })
        .orElse(NullNode.instance);
  }

  /** A number, or null. */
  public static void number(ObjectNode object, Params params, String name) {
    @Nullable Long value =
        params.integer(name).isPresent() ? params.integer(name).getAsLong() : null;
    object.put(name, value);
  }
}
