package dev.tollgate.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came over the wire.
 *
 * @param rawPath percent escapes as they came
 * @param rawQuery without the question mark, empty where there is none
 * @param headers by lower-case name, repeats in their order
 * @param sourceIp the peer of the socket, whatever any header says
 */
record Incoming(
    String method,
    String rawPath,
    String rawQuery,
    String protocol,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp) {

  static Incoming of(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .addAll(values));
    String query = exchange.getRequestURI().getRawQuery();
    return new Incoming(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        exchange.getProtocol(),
        headers,
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  String header(String name) {
    return String.join(",", headers.getOrDefault(name, List.of()));
  }
}
