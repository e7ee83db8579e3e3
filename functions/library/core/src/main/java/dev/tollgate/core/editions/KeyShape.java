package dev.tollgate.core.editions;

import java.util.Set;
import java.util.regex.Pattern;

/** The shape of every key an edition gives: snake_case, at most 40 characters, no reserved word. */
public final class KeyShape {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  /** They stand for "no such thing" where a key could stand, so nothing may bear their name. */
  private static final Set<String> RESERVED =
      Set.of("none", "unlimited", "never", "null", "true", "false");

  private KeyShape() {}

  /** Throws {@link IllegalArgumentException} with a sentence about the kind of thing it names. */
  public static void require(String kind, String key) {
    if (RESERVED.contains(key)) {
      throw new IllegalArgumentException(kind + " may not be named '" + key + "', a reserved word");
    }
    if (!SHAPE.matcher(key).matches()) {
      throw new IllegalArgumentException(
          kind + " '" + key + "' is not snake_case of at most 40 characters");
    }
  }
}
