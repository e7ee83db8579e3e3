package dev.tollgate.notifications;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a mail as its reader would. */
final class LinksInMail {
  private static final Pattern TOKEN = Pattern.compile("\\?token=([A-Za-z0-9_-]{43})\\s");

  private LinksInMail() {}

  static String token(String text) {
    Matcher matcher = TOKEN.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no token in the mail");
    }
    return matcher.group(1);
  }
}
