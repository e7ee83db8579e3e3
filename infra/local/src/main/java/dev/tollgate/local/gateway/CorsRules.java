package dev.tollgate.local.gateway;

import dev.tollgate.local.template.Cors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cross-origin requests as an HTTP API with a CorsConfiguration treats them: it answers preflights
 * itself, for any path, and what functions say about CORS is thrown away.
 */
final class CorsRules {
  private final Cors cors;

  CorsRules(Cors cors) {
    this.cors = cors;
  }

  boolean answers(Incoming request) {
    return cors.configured() && request.method().equals("OPTIONS");
  }

  Outgoing preflight(Incoming request) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (isAllowed(request)) {
      headers.putAll(origin(request));
      headers.put("access-control-allow-methods", String.join(",", cors.methods()));
      headers.put("access-control-allow-headers", String.join(",", cors.headers()));
      headers.put("access-control-max-age", Integer.toString(cors.maxAgeSeconds()));
    }
    return new Outgoing(204, headers, List.of(), new byte[0]);
  }

  Outgoing apply(Incoming request, Outgoing answer) {
    if (!cors.configured()) {
      return answer;
    }
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.keySet().removeIf(name -> name.startsWith("access-control-"));
    if (isAllowed(request)) {
      headers.putAll(origin(request));
      if (!cors.exposed().isEmpty()) {
        headers.put("access-control-expose-headers", String.join(",", cors.exposed()));
      }
    }
    return new Outgoing(answer.status(), headers, answer.cookies(), answer.body());
  }

  private boolean isAllowed(Incoming request) {
    String origin = request.header("origin");
    return !origin.isEmpty() && (cors.origins().contains("*") || cors.origins().contains(origin));
  }

  private Map<String, String> origin(Incoming request) {
    Map<String, String> headers = new LinkedHashMap<>();
    boolean any = cors.origins().contains("*");
    headers.put("access-control-allow-origin", any ? "*" : request.header("origin"));
    headers.put("vary", "origin");
    if (cors.credentials()) {
      headers.put("access-control-allow-credentials", "true");
    }
    return headers;
  }
}
