package dev.tollgate.core.kernel;

/**
 * The shape all ids share: a prefix that names the kind, then 26 characters of Crockford base 32 in
 * lower case, of which the first ten are milliseconds since 1970, so that ids sort by age.
 */
final class TypedId {
  static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  static final int LENGTH = 26;

  private TypedId() {}

  static void require(String prefix, String value) {
    if (!isValid(prefix, value)) {
      throw new IllegalArgumentException("not an id of the kind " + prefix);
    }
  }

  static boolean isValid(String prefix, String value) {
    return value.length() == prefix.length() + LENGTH
        && value.startsWith(prefix)
        && value.chars().skip(prefix.length()).allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }
}
