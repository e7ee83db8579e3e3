package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads a stored webhook endpoint. Its secrets stay inside, each with the moment it dies. */
record Endpoint(ObjectNode object) {
  /** How long the old secret still signs after a roll, in seconds. */
  private static final long OVERLAP_SECONDS = 24 * 3600;

  String id() {
    return object.required("id").textValue();
  }

  boolean isEnabled() {
    return object.path("status").asText().equals("enabled");
  }

  /** Snapshots go to ordinary endpoints, v2 events to thin ones. */
  boolean takes(ObjectNode event) {
    boolean thinEvent = Kind.THIN_EVENT.object().equals(Json.text(event, "object"));
    return isEnabled()
        && object.path("_thin").booleanValue() == thinEvent
        && subscribesTo(event.path("type").asText());
  }

  private boolean subscribesTo(String type) {
    for (JsonNode enabled : object.path("enabled_events")) {
      if (enabled.asText().equals("*") || enabled.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }

  List<String> liveSecrets(long now) {
    List<String> live = new ArrayList<>();
    for (JsonNode secret : object.path("_secrets")) {
      if (secret.path("until").asLong(Long.MAX_VALUE) > now) {
        live.add(secret.path("secret").asText());
      }
    }
    return live;
  }

  /** The new secret signs from now on, the old ones for one day more. */
  void roll(String secret, long now) {
    var secrets = Json.array();
    secrets.add(Json.object().put("secret", secret));
    for (JsonNode old : object.path("_secrets")) {
      long until = Math.min(old.path("until").asLong(Long.MAX_VALUE), now + OVERLAP_SECONDS);
      secrets.add(Json.object().put("secret", old.path("secret").asText()).put("until", until));
    }
    object.set("_secrets", secrets);
  }

  void onlySecret(String secret) {
    object.set("_secrets", Json.array().add(Json.object().put("secret", secret)));
  }
}
