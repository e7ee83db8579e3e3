package dev.tollgate.notifications;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a mail as its reader would. */
final class LinksInMail {
  private static final Pattern TOKEN = Pattern.compile("\\?token=([A-Za-z0-9_-]{43})\\s");
  private static final Pattern LINK = Pattern.compile("\n(https?://\\S+)\n");
  private static final Pattern BUTTON = Pattern.compile("class=\"button\" href=\"([^\"]+)\"");

  private LinksInMail() {}

  static String token(String text) {
    return only(TOKEN, text);
  }

  /** The one that stands on a line of its own. */
  static String link(String text) {
    return only(LINK, text);
  }

  /** Where the button leads. */
  static String button(String html) {
    return unescaped(only(BUTTON, html));
  }

  /** What is on the page, without its looks. */
  static String words(String html) {
    String body = html.substring(html.indexOf("<body"));
    return unescaped(body.replaceAll("<[^>]*>", ""));
  }

  /** Whether a line of the text form is one that people read. */
  static boolean isWords(String line) {
    return !line.equals("--") && !line.startsWith("http");
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String only(Pattern pattern, String mail) {
    Matcher matcher = pattern.matcher(mail);
    if (!matcher.find()) {
      throw new AssertionError("not in the mail: " + pattern);
    }
    return matcher.group(1);
  }
}
