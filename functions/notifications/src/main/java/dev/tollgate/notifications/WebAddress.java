package dev.tollgate.notifications;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** What a reader may be sent to from a mail. */
final class WebAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private WebAddress() {}

  /** Whether it is the whole address of a web page. It never throws, and so never shows it. */
  static boolean isOne(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme()));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
