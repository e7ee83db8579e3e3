package dev.tollgate.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind's own words as its file gives them: a subject on the first line, then paragraphs apart by
 * empty lines. {@code **words**} are strong, and the paragraph {@code [words]} is the button. Both
 * forms of the mail come from these same words, so neither can say what the other does not.
 */
record Words(String subject, String text, String html) {
  private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*");
  private static final Pattern BUTTON = Pattern.compile("\\[([^\\[\\]]+)]");

  private static final String BUTTON_LOOKS =
      "display:block;padding:14px 20px;border-radius:10px;background:#1d4ed8;color:#ffffff;"
          + "font-size:18px;font-weight:600;text-align:center;text-decoration:none;";
  private static final String SMALL_LOOKS = "margin:0;font-size:13px;color:#6b7280;";

  /** Throws {@link IllegalStateException} where the file has another shape. */
  static Words parse(String file, String source) {
    List<String> paragraphs = List.of(source.strip().split("\n{2,}", -1));
    String subject = paragraphs.getFirst().strip();
    List<String> body = paragraphs.subList(1, paragraphs.size());
    long buttons = body.stream().filter(words -> BUTTON.matcher(words).matches()).count();
    if (subject.isEmpty() || subject.contains("\n") || buttons != 1) {
      throw new IllegalStateException("the words of " + file + " have no subject or no button");
    }
    return new Words(subject, text(body), html(body));
  }

  private static String text(List<String> body) {
    List<String> parts = new ArrayList<>();
    for (String words : body) {
      Matcher button = BUTTON.matcher(words);
      parts.add(
          button.matches()
              ? button.group(1) + ":\n\n{{link}}"
              : STRONG.matcher(words).replaceAll("$1"));
    }
    return String.join("\n\n", parts);
  }

  private static String html(List<String> body) {
    StringBuilder page = new StringBuilder();
    for (String words : body) {
      Matcher button = BUTTON.matcher(words);
      page.append(
          button.matches()
              ? "<p style=\"margin:24px 0;\"><a class=\"button\" href=\"{{link}}\" style=\""
                  + BUTTON_LOOKS
                  + "\">"
                  + Escaping.HTML.apply(button.group(1))
                  + "</a></p>\n"
              : "<p style=\"margin:0 0 16px;\">"
                  + STRONG.matcher(Escaping.HTML.apply(words)).replaceAll("<strong>$1</strong>")
                  + "</p>\n");
    }
    return page
        + "<p class=\"small\" style=\""
        + SMALL_LOOKS
        + "\">{{broken}}<br><a href=\"{{link}}\">{{link}}</a></p>";
  }
}
