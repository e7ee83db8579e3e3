package dev.tollgate.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on, as clients see it. It names a place and never a partition: whose list it is
 * comes from whoever asks, so a foreign or forged cursor leads nowhere but through one's own list.
 */
final class Cursor {
  /** A sort key has at most 1024 bytes. */
  private static final int LONGEST = 700;

  private Cursor() {}

  static String write(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty where this was never one of ours. */
  static Optional<String> read(String cursor) {
    if (cursor.isEmpty() || cursor.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return write(place).equals(cursor) ? Optional.of(place) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
