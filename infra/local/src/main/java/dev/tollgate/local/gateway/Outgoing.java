package dev.tollgate.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An answer about to go over the wire.
 *
 * @param headers by lower-case name
 */
public record Outgoing(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
  /** They belong to the connection, and the server writes them. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade");

  /** In API Gateway's own form. */
  static Outgoing message(int status, String message) {
    return json(status, "application/json", "{\"message\":\"" + message + "\"}");
  }

  public static Outgoing json(int status, String type, String json) {
    return new Outgoing(
        status, Map.of("content-type", type), List.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  /** With headers that replace those of the same name. */
  Outgoing with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Outgoing(status, all, cookies, body);
  }

  public void send(HttpExchange exchange) throws IOException {
    headers.forEach(
        (name, value) -> {
          if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            exchange.getResponseHeaders().set(name, value);
          }
        });
    cookies.forEach(cookie -> exchange.getResponseHeaders().add("set-cookie", cookie));
    boolean bare = status == 204 || status == 304 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bare || body.length == 0 ? -1 : body.length);
    if (!bare && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
