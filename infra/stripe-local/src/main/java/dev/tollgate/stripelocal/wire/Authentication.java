package dev.tollgate.stripelocal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Test keys only, as a bearer token or as the user of Basic. Any well-formed one will do. */
final class Authentication {
  private static final String ADVICE =
      "You did not provide an API key. You need to provide your API key in the Authorization"
          + " header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";

  private Authentication() {}

  static void check(Map<String, String> headers) {
    String header = headers.getOrDefault("authorization", "");
    if (header.isBlank()) {
      throw refused(ADVICE);
    }
    String key = key(header);
    if (!key.matches("(sk|rk)_test_\\w+")) {
      throw refused("Invalid API Key provided: " + masked(key));
    }
  }

  private static String key(String header) {
    if (header.startsWith("Basic ")) {
      try {
        byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
        String pair = new String(decoded, StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return colon < 0 ? pair : pair.substring(0, colon);
      } catch (IllegalArgumentException e) {
        return "";
      }
    }
    return header.startsWith("Bearer ") ? header.substring(7).strip() : "";
  }

  private static String masked(String key) {
    int shown = Math.min(key.length(), 8);
    return key.substring(0, shown) + "****";
  }

  private static StripeError refused(String message) {
    return StripeError.of(401, "invalid_request_error", null, message, null);
  }
}
