package dev.tollgate.notifications;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is said in one language. All of it is read and checked at the start: a mail that
 * could not be written must not wait for its first reader to show it.
 */
final class Language {
  /** Beside its own values, a kind's words may name the product, and its button has a link. */
  private static final Set<String> ANYWHERE = Set.of("product", "link", "broken");

  private final String tag;
  private final Map<MailKind, Forms> forms = new EnumMap<>(MailKind.class);
  private final Map<Phrase, Template> phrases = new EnumMap<>(Phrase.class);

  /**
   * @param tag of BCP 47, the name of its folder
   * @param source gives the content of a file by its name; throws where there is none
   */
  Language(String tag, Layout layout, UnaryOperator<String> source) {
    this.tag = tag;
    readPhrases(source.apply(tag + "/phrases.properties"));
    for (MailKind kind : MailKind.values()) {
      forms.put(kind, read(kind, layout, source));
    }
  }

  String tag() {
    return tag;
  }

  String phrase(Phrase phrase, Map<String, String> values) {
    return known(phrases.get(phrase)).render(values);
  }

  /** Throws {@link IllegalArgumentException} where a value is missing. */
  Written write(MailKind kind, Map<String, String> values) {
    Forms chosen = known(forms.get(kind));
    return new Written(
        chosen.subject.render(values), chosen.text.render(values), chosen.html.render(values));
  }

  private Forms read(MailKind kind, Layout layout, UnaryOperator<String> source) {
    String file = tag + "/" + kind.file() + ".txt";
    Words words = Words.parse(file, source.apply(file));
    Set<String> shown = names(words.subject());
    shown.addAll(names(words.text()));
    shown.removeAll(ANYWHERE);
    require(file, shown.equals(kind.own()) && !names(words.subject()).contains("link"));
    return new Forms(
        Template.parse(words.subject(), Escaping.TEXT),
        Template.parse(layout.text(kind, words.text()), Escaping.TEXT),
        Template.parse(layout.html(kind, words.html()), Escaping.HTML));
  }

  private void readPhrases(String source) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> keys = Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toSet());
    require(tag + "/phrases.properties", read.stringPropertyNames().equals(keys));
    for (Phrase phrase : Phrase.values()) {
      Template words = Template.parse(read.getProperty(phrase.key()), Escaping.TEXT);
      require(tag + "/" + phrase.key(), words.names().equals(phrase.names()));
      phrases.put(phrase, words);
    }
  }

  /** All of them are there since the start. */
  private static <T> T known(@Nullable T read) {
    return Objects.requireNonNull(read);
  }

  private static Set<String> names(String source) {
    return new TreeSet<>(Template.parse(source, Escaping.TEXT).names());
  }

  private static void require(String file, boolean right) {
    if (!right) {
      throw new IllegalStateException("the template " + file + " does not show what it must");
    }
  }

  /** A mail's words, escaped for where they stand. */
  record Written(String subject, String text, String html) {}

  private record Forms(Template subject, Template text, Template html) {}
}
