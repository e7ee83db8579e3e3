package dev.tollgate.notifications;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What stands around the words of every mail, once for each form. */
final class Layout {
  /** What the layout shows of its own; its words come from the language's phrases. */
  static final Set<String> NAMES = Set.of("greeting", "footer", "noreply", "product", "language");

  private final String text;
  private final String html;
  private final String optionalText;
  private final String optionalHtml;

  Layout(UnaryOperator<String> source) {
    this.text = checked("layout.txt", source.apply("layout.txt"));
    this.html = checked("layout.html", source.apply("layout.html"));
    this.optionalText = optional("optional.txt", source);
    this.optionalHtml = optional("optional.html", source);
  }

  String text(MailKind kind, String words) {
    return text.replace("{{content}}", words)
        .replace("{{optional}}\n", kind.isOptional() ? optionalText : "");
  }

  String html(MailKind kind, String words) {
    return html.replace("{{content}}", words)
        .replace("{{optional}}\n", kind.isOptional() ? optionalHtml : "");
  }

  /** How such mails are turned off. */
  private static String optional(String file, UnaryOperator<String> source) {
    String words = source.apply(file);
    require(
        file, Template.parse(words, Escaping.TEXT).names().equals(Set.of("stop", "unsubscribe")));
    return words;
  }

  private static String checked(String file, String layout) {
    for (String place : Set.of("{{content}}", "{{optional}}\n", "{{greeting}}", "{{footer}}")) {
      require(file, layout.split(Pattern.quote(place), -1).length == 2);
    }
    Set<String> own =
        new TreeSet<>(
            Template.parse(
                    layout.replace("{{content}}", "").replace("{{optional}}", ""), Escaping.TEXT)
                .names());
    require(file, NAMES.containsAll(own));
    return layout;
  }

  private static void require(String file, boolean right) {
    if (!right) {
      throw new IllegalStateException(file + " does not show what it must");
    }
  }
}
