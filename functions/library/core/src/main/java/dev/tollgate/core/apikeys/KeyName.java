package dev.tollgate.core.apikeys;

import dev.tollgate.core.identity.PersonName;
import java.util.Optional;

/**
 * What people call a key: a {@link PersonName}'s rules, and at most {@value #LONGEST} characters.
 */
public record KeyName(String value) {
  public static final int LONGEST = 80;

  public KeyName {
    if (!fits(new PersonName(value))) {
      throw new IllegalArgumentException("not a key's name");
    }
  }

  /** Empty where the text is no name; blanks around it are forgiven. */
  public static Optional<KeyName> parse(String text) {
    return PersonName.parse(text).filter(KeyName::fits).map(name -> new KeyName(name.value()));
  }

  private static boolean fits(PersonName name) {
    return name.value().codePointCount(0, name.value().length()) <= LONGEST;
  }
}
