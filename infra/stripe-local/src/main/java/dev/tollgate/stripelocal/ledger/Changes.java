package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/** {@code previous_attributes}: the old values of what changed; arrays whole, maps key by key. */
final class Changes {
  private Changes() {}

  static ObjectNode between(ObjectNode before, ObjectNode after) {
    ObjectNode previous = Json.object();
    for (Map.Entry<String, JsonNode> field : before.properties()) {
      JsonNode now = after.get(field.getKey());
      if (!Json.same(field.getValue(), now)) {
        previous.set(field.getKey(), old(field.getValue(), now));
      }
    }
    // A key that is new had no value before: its old value is null.
    for (Iterator<String> names = after.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!before.has(name)) {
        previous.set(name, NullNode.instance);
      }
    }
    return previous;
  }

  private static JsonNode old(JsonNode before, @org.jspecify.annotations.Nullable JsonNode after) {
    return before instanceof ObjectNode old && after instanceof ObjectNode now
        ? between(old, now)
        : before.deepCopy();
  }
}
