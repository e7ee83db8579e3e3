package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The body that receivers get: {@code {"type": …, "timestamp": …, "data": {…}}}, with texts only
 * and {@code tenant_id} among the data. Made once and kept, so that it is the same at every try.
 */
final class Payload {
  private Payload() {}

  static String of(String event, Instant at, TenantId tenant, Map<String, String> data) {
    Map<String, String> all = new TreeMap<>(data);
    all.put("tenant_id", tenant.value());
    return write(event, at, all);
  }

  static String write(String event, Instant at, Map<String, String> data) {
    String fields =
        new TreeMap<>(data)
            .entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    return "{\"type\":%s,\"timestamp\":%s,\"data\":%s}"
        .formatted(quoted(event), quoted(at.toString()), fields);
  }

  /** As RFC 8259 wants it; everything beyond ASCII is escaped, so no encoding can break it. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
