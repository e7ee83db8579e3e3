package dev.tollgate.lambda.http;

import java.util.Map;

/** What every answer says to browsers, after OWASP's REST security cheat sheet. */
final class SecurityHeaders {
  static final Map<String, String> ALL =
      Map.of(
          "strict-transport-security", "max-age=63072000; includeSubDomains",
          "x-content-type-options", "nosniff",
          "x-frame-options", "DENY",
          "referrer-policy", "no-referrer",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "cache-control", "no-store");

  private SecurityHeaders() {}

  /** Adds what the response does not set itself. */
  static Response addTo(Response response) {
    Response complete = response;
    for (Map.Entry<String, String> header : ALL.entrySet()) {
      if (!response.headers().containsKey(header.getKey())) {
        complete = complete.header(header.getKey(), header.getValue());
      }
    }
    return complete;
  }
}
