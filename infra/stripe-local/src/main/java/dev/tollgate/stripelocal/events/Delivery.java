package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;

/** Reads and moves a stored delivery: one event on its way to one endpoint. */
record Delivery(ObjectNode record) {
  /** Where a delivery stands. */
  enum State {
    /** To be sent at once. */
    QUEUED,
    /** Kept back until a test releases it. */
    HELD,
    /** Failed; a retry is on the agenda. */
    WAITING,
    DELIVERED,
    /** Given up, or the endpoint is gone. */
    FAILED,
    /** Lost on purpose; nobody tries again. */
    DROPPED
  }

  static ObjectNode fields(String event, Kind eventKind, String endpoint, State state) {
    ObjectNode fields =
        Json.object()
            .put("event", event)
            .put("event_kind", eventKind.name())
            .put("endpoint", endpoint)
            .put("state", state.name());
    fields.putArray("attempts");
    return fields;
  }

  String id() {
    return record.required("id").textValue();
  }

  String event() {
    return record.required("event").textValue();
  }

  Kind eventKind() {
    return Kind.valueOf(record.required("event_kind").textValue());
  }

  String endpoint() {
    return record.required("endpoint").textValue();
  }

  State state() {
    return State.valueOf(record.required("state").textValue());
  }

  void become(State state) {
    record.put("state", state.name());
  }

  int attempts() {
    return record.path("attempts").size();
  }

  /**
   * @param result the status that the endpoint answered with, or what went wrong
   */
  void attempted(long at, String result) {
    record.withArray("attempts").add(Json.object().put("at", at).put("result", result));
  }
}
