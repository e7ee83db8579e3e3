package dev.tollgate.core.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in the one form by which we compare and store it: lower case, ASCII only. Letters that
 * look like others (a Cyrillic a, a full-width a) are refused rather than folded, so two people can
 * never be told apart only by how a font draws them. Plus-aliases are different addresses.
 *
 * <p>The accepted shape is a subset of RFC 5321: a dot-atom of at most 64 characters, and a domain
 * of at least two labels; 254 characters in all.
 */
public record EmailAddress(String value) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  public EmailAddress {
    if (!isCanonical(value)) {
      throw new IllegalArgumentException("not an e-mail address in canonical form");
    }
  }

  /** Empty where the text is not an address we accept; surrounding blanks and case are forgiven. */
  public static Optional<EmailAddress> parse(String text) {
    if (text.length() > LONGEST + 2) {
      return Optional.empty();
    }
    if (!isAscii(text)) { // before lower-casing, which folds a Kelvin sign into a k
      return Optional.empty();
    }
    String canonical = strip(text).toLowerCase(Locale.ROOT);
    return isCanonical(canonical) ? Optional.of(new EmailAddress(canonical)) : Optional.empty();
  }

  /** Blanks only: a line break beside an address is an attempt at a header, not a typing error. */
  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isCanonical(String text) {
    return text.length() <= LONGEST
        && text.indexOf('@') <= LONGEST_LOCAL_PART
        && isAscii(text)
        && SHAPE.matcher(text).matches();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** Never the address: records print themselves into logs and exception messages. */
  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }
}
