package dev.tollgate.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with gaps: {@code {{name}}} and nothing else, no conditions, no raw values. */
final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

  private final List<Part> parts;
  private final Escaping escaping;

  private Template(List<Part> parts, Escaping escaping) {
    this.parts = parts;
    this.escaping = escaping;
  }

  /** Throws {@link IllegalArgumentException} where braces make no gap. */
  static Template parse(String source, Escaping escaping) {
    List<Part> parts = new ArrayList<>();
    Matcher gaps = GAP.matcher(source);
    int end = 0;
    while (gaps.find()) {
      parts.add(words(source.substring(end, gaps.start())));
      parts.add(new Part.Gap(gaps.group(1)));
      end = gaps.end();
    }
    parts.add(words(source.substring(end)));
    return new Template(List.copyOf(parts), escaping);
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Part part : parts) {
      if (part instanceof Part.Gap(String name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Throws {@link IllegalArgumentException} where a gap has no value. */
  String render(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Words(String words) -> text.append(words);
        case Part.Gap(String name) -> text.append(escaping.apply(value(values, name)));
      }
    }
    return text.toString();
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + name);
    }
    return value;
  }

  private static Part words(String words) {
    if (words.contains("{{")) {
      throw new IllegalArgumentException("braces that are no gap");
    }
    return new Part.Words(words);
  }

  private sealed interface Part {
    record Words(String words) implements Part {}

    record Gap(String name) implements Part {}
  }
}
