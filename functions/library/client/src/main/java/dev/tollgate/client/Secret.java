package dev.tollgate.client;

import java.util.regex.Pattern;

/** An API key, which shows itself to a request's header alone. */
final class Secret {
  /** What a header may hold; the HTTP client would quote anything else in its complaint. */
  private static final Pattern LEGAL = Pattern.compile("[!-~]+");

  private final String text;

  Secret(String text) {
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException("an API key is printable ASCII without spaces");
    }
    this.text = text;
  }

  String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "[hidden]";
  }
}
