package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.Checked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which new passwords we take: 10 to 128 characters and not one of the common ones. No rule about
 * kinds of characters, after NIST SP 800-63B section 3.1.1.
 */
public final class PasswordPolicy {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 128;

  private final Set<String> common;

  public PasswordPolicy() {
    this.common = readCommonPasswords();
  }

  public Checked<NewPassword> check(String text) {
    int characters = text.codePointCount(0, text.length());
    if (characters < SHORTEST) {
      return new Checked.Invalid<>("must have at least " + SHORTEST + " characters");
    }
    if (characters > LONGEST) {
      return new Checked.Invalid<>("must have at most " + LONGEST + " characters");
    }
    if (common.contains(text.toLowerCase(Locale.ROOT))) {
      return new Checked.Invalid<>("is one of the most common passwords");
    }
    return new Checked.Valid<>(new NewPassword(new Password(text)));
  }

  private static Set<String> readCommonPasswords() {
    try (InputStream in = PasswordPolicy.class.getResourceAsStream("common-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("the list of common passwords is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
