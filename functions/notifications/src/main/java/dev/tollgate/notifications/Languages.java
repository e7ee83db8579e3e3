package dev.tollgate.notifications;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The languages there are words in, and which of them a reader gets. */
final class Languages {
  /** Each has a folder with a file for every kind of mail, and its phrases. */
  static final List<String> SHIPPED = List.of("en");

  /** What everybody gets whose language we do not speak; it must be among them. */
  private static final Locale FALLBACK = Locale.ENGLISH;

  private final Map<Locale, Language> languages = new LinkedHashMap<>();

  /**
   * @param tags of BCP 47, English among them
   * @param source gives the content of a file by its name; throws where there is none
   */
  Languages(List<String> tags, UnaryOperator<String> source) {
    Layout layout = new Layout(source);
    for (String tag : tags) {
      languages.put(Locale.forLanguageTag(tag), new Language(tag, layout, source));
    }
    if (!languages.containsKey(FALLBACK)) {
      throw new IllegalStateException("there are no words in English");
    }
  }

  /**
   * The nearest language there is: that of the region, else the plain one, else English. Numbers
   * and dates go with the words: an English mail has no German dates.
   */
  Voice voice(Locale wanted, ZoneId zone) {
    Locale match =
        Locale.lookup(
            List.of(new Locale.LanguageRange(wanted.toLanguageTag())), languages.keySet());
    Locale chosen = match == null ? FALLBACK : match;
    Language language = languages.get(chosen);
    if (language == null) {
      throw new IllegalStateException("no words in " + chosen);
    }
    return new Voice(language, match == null ? FALLBACK : wanted, zone);
  }
}
