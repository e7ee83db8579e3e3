package dev.tollgate.notifications;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The templates of every kind of mail, put into their layout once. All of them are read and checked
 * at the start: a mail that could not be written must not wait for its first reader to show it.
 */
final class Templates {
  private final Map<MailKind, Forms> forms = new EnumMap<>(MailKind.class);

  /**
   * @param source gives the content of a file by its name; throws where there is none
   */
  Templates(UnaryOperator<String> source) {
    for (MailKind kind : MailKind.values()) {
      forms.put(kind, read(kind, source));
    }
  }

  Words render(MailKind kind, Map<String, String> values) {
    if (!values.keySet().equals(kind.names())) {
      throw new IllegalArgumentException(kind + " shows " + kind.names());
    }
    Forms chosen = forms.get(kind);
    if (chosen == null) {
      throw new IllegalStateException("no templates of " + kind);
    }
    return new Words(
        chosen.subject.render(values), chosen.text.render(values), chosen.html.render(values));
  }

  private static Forms read(MailKind kind, UnaryOperator<String> source) {
    String file = kind.file();
    Forms forms =
        new Forms(
            Template.parse(oneLine(file, source.apply(file + ".subject.txt")), Escaping.TEXT),
            Template.parse(inLayout(source, file, ".txt"), Escaping.TEXT),
            Template.parse(inLayout(source, file, ".html"), Escaping.HTML));
    require(file + ".subject.txt", kind.names().containsAll(forms.subject.names()));
    requireAll(file + ".txt", kind.names(), forms.text);
    requireAll(file + ".html", kind.names(), forms.html);
    return forms;
  }

  private static String inLayout(UnaryOperator<String> source, String file, String ending) {
    String layout = source.apply("layout" + ending);
    require("layout" + ending, layout.split("\\{\\{content}}", -1).length == 2);
    return layout.replace("{{content}}", source.apply(file + ending).strip());
  }

  private static String oneLine(String file, String subject) {
    String line = subject.strip();
    require(file + ".subject.txt", !line.isEmpty() && line.lines().count() == 1);
    return line;
  }

  private static void requireAll(String file, Set<String> names, Template template) {
    require(file, template.names().equals(names));
  }

  private static void require(String file, boolean right) {
    if (!right) {
      throw new IllegalStateException("the template " + file + " does not show what it must");
    }
  }

  /** A mail's words, escaped for where they stand. */
  record Words(String subject, String text, String html) {}

  private record Forms(Template subject, Template text, Template html) {}
}
