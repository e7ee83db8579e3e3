package dev.tollgate.local.desk;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The query string of a request. */
final class Query {
  private Query() {}

  /** The first value of a name; escapes that are none stay as they are. */
  static Optional<String> first(URI uri, String name) {
    String raw = uri.getRawQuery();
    if (raw == null) {
      return Optional.empty();
    }
    for (String pair : raw.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(decode(pair.substring(name.length() + 1)));
      }
    }
    return Optional.empty();
  }

  /** A plus sign is part of an address more often than it is a blank. */
  private static String decode(String escaped) {
    try {
      return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return escaped;
    }
  }
}
