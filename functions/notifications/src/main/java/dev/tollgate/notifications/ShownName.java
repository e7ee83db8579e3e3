package dev.tollgate.notifications;

import java.util.regex.Pattern;

/**
 * A name that somebody typed, for a mail to an address that somebody typed. Mail programs make
 * links of anything that looks like one, so a stranger could sign up with your address and the name
 * "prize.example" and have us send the advertisement. A mark without width breaks such a word and
 * cannot be seen.
 */
final class ShownName {
  private static final String BREAK = "\u200B"; // zero-width space

  /** A dot or colon that does not end a word: prize.example, https://prize, but not "J. Doe". */
  private static final Pattern LINKING = Pattern.compile("([.:@])(?=[\\p{L}\\p{N}/])");

  private ShownName() {}

  static String of(String typed) {
    return LINKING.matcher(typed).replaceAll("$1" + BREAK);
  }
}
