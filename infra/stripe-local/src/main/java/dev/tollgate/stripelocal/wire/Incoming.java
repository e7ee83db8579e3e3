package dev.tollgate.stripelocal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it came.
 *
 * @param path decoded, without the query
 * @param query still encoded; empty when there is none
 * @param headers names in lower case
 */
record Incoming(String verb, String path, String query, Map<String, String> headers, byte[] body) {
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean hasForm() {
    return !headers.getOrDefault("content-type", "").startsWith("application/json");
  }
}
