package dev.tollgate.testkit.servers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a mail links to. */
final class Links {
  private static final Pattern HREF =
      Pattern.compile("href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE = Pattern.compile("https?://[^\\s<>\"']+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.,;:!?)\\]]+$");

  private Links() {}

  static List<String> in(String text, String html) {
    Set<String> links = new LinkedHashSet<>();
    Matcher bare = BARE.matcher(text);
    while (bare.find()) {
      links.add(SENTENCE_END.matcher(bare.group()).replaceFirst(""));
    }
    Matcher href = HREF.matcher(html);
    while (href.find()) {
      String target = href.group(1) == null ? href.group(2) : href.group(1);
      links.add(target.replace("&#61;", "=").replace("&#x3D;", "=").replace("&amp;", "&"));
    }
    return List.copyOf(links);
  }
}
