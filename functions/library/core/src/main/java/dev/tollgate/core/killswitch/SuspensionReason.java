package dev.tollgate.core.killswitch;

import dev.tollgate.core.kernel.Checked;

/** Why an account is suspended, worded for its own people: 1 to {@value #LONGEST} characters. */
public record SuspensionReason(String text) {
  public static final int LONGEST = 500;

  public SuspensionReason {
    if (!isRight(text)) {
      throw new IllegalArgumentException("no reason of 1 to " + LONGEST + " characters");
    }
  }

  public static Checked<SuspensionReason> parse(String text) {
    String stripped = text.strip();
    return isRight(stripped)
        ? new Checked.Valid<>(new SuspensionReason(stripped))
        : new Checked.Invalid<>(
            "must be 1 to " + LONGEST + " characters without control characters");
  }

  private static boolean isRight(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isISOControl);
  }
}
