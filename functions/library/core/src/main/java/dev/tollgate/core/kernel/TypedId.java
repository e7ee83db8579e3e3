package dev.tollgate.core.kernel;

import java.math.BigInteger;
import java.util.Base64;

/**
 * The shape all ids share: a prefix that names the kind, then 26 characters of Crockford base 32 in
 * lower case, of which the first ten are milliseconds since 1970, so that ids sort by age.
 */
final class TypedId {
  static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  static final int LENGTH = 26;

  /** Of one character. */
  private static final int BITS = 5;

  private TypedId() {}

  static void require(String prefix, String value) {
    if (!isValid(prefix, value)) {
      throw new IllegalArgumentException("not an id of the kind " + prefix);
    }
  }

  /** Always the same one for a fingerprint, of whose bits it keeps half. */
  static String derived(String prefix, Fingerprint fingerprint) {
    BigInteger bits = new BigInteger(1, Base64.getUrlDecoder().decode(fingerprint.value()));
    StringBuilder id = new StringBuilder(prefix.length() + LENGTH).append(prefix);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(bits.shiftRight(i * BITS).intValue() & (ALPHABET.length() - 1)));
    }
    return id.toString();
  }

  static boolean isValid(String prefix, String value) {
    return value.length() == prefix.length() + LENGTH
        && value.startsWith(prefix)
        && value.chars().skip(prefix.length()).allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }
}
