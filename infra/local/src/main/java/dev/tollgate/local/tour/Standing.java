package dev.tollgate.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a tenant stands, as {@code GET /billing/state} tells it.
 *
 * @param status the contract's word for it; {@code suspended} where nothing else is told
 * @param live whether it may work
 * @param periodEnd empty where what it has goes on without end
 */
record Standing(String status, String plan, boolean live, Optional<Instant> periodEnd) {
  static final Standing UNKNOWN = new Standing("", "", false, Optional.empty());
  static final Standing SUSPENDED = new Standing("suspended", "", false, Optional.empty());

  static Standing of(JsonNode state) {
    JsonNode told = state.path("subscription");
    return new Standing(
        told.path("status").asText(),
        told.path("plan").asText(),
        told.path("is_live").asBoolean(),
        Optional.ofNullable(told.path("current_period_end").textValue()).map(Instant::parse));
  }

  boolean is(String other) {
    return status.equals(other);
  }

  /** Without the period, which goes on while the state stays what it is. */
  String words() {
    return equals(SUSPENDED) ? status : "%s %s%s".formatted(status, plan, live ? "" : ", not live");
  }
}
