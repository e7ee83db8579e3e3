package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over the wire. */
record Answer(int status, Map<String, String> headers, byte[] body) {
  static Answer json(int status, ObjectNode body) {
    return json(status, Json.pretty(body));
  }

  static Answer json(int status, String body) {
    return new Answer(
        status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
  }

  /** The envelope of an error. */
  static Answer error(StripeError error, RequestContext context) {
    ObjectNode inner = error.error().deepCopy();
    if (error.status() != 401) {
      inner.put("request_log_url", context.baseUri() + "/logs/" + context.requestId());
    }
    ObjectNode envelope = Json.object();
    envelope.set("error", inner);
    return json(error.status(), envelope);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
