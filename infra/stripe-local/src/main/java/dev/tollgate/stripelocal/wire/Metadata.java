package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;

/** Stripe's metadata rules: merged key by key, an empty value drops a key, empty metadata all. */
public final class Metadata {
  private Metadata() {}

  /** For a new object. */
  public static ObjectNode of(Params params) {
    return merged(Json.object(), params);
  }

  /** Changes {@code object.metadata} as the parameter {@code metadata} asks. */
  public static void merge(ObjectNode object, Params params) {
    if (params.isUnset("metadata")) {
      object.set("metadata", Json.object());
    } else if (params.has("metadata")) {
      ObjectNode old =
          object.get("metadata") instanceof ObjectNode metadata ? metadata : Json.object();
      object.set("metadata", merged(old.deepCopy(), params));
    }
  }

  private static ObjectNode merged(ObjectNode metadata, Params params) {
    params
        .map("metadata")
        .forEach(
            (key, value) -> {
              if (value.isEmpty()) {
                metadata.remove(key);
              } else {
                metadata.put(key, value);
              }
            });
    return metadata;
  }
}
