package dev.tollgate.core.identity;

import java.util.Optional;

/**
 * The name of a person or a company as its owner writes it, in any script: 1 to 120 characters, no
 * control or formatting characters, no line breaks. It is text, never markup; whoever shows it
 * escapes it.
 */
public record PersonName(String value) {
  private static final int LONGEST = 120;

  public PersonName {
    if (!isFine(value)) {
      throw new IllegalArgumentException("not a name");
    }
  }

  /** Empty where the text is no name; blanks around it are forgiven. */
  public static Optional<PersonName> parse(String text) {
    if (text.length() > LONGEST * 4) {
      return Optional.empty();
    }
    String stripped = text.strip();
    return isFine(stripped) && !hasControls(text)
        ? Optional.of(new PersonName(stripped))
        : Optional.empty();
  }

  private static boolean isFine(String text) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= LONGEST
        && !hasControls(text);
  }

  private static boolean hasControls(String text) {
    return text.codePoints().anyMatch(PersonName::isControl);
  }

  /** Zero-width joiners stay: Indic scripts and emoji need them. */
  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      case Character.FORMAT -> c != 0x200C && c != 0x200D;
      default -> false;
    };
  }
}
