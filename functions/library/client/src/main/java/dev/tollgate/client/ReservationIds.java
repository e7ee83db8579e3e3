package dev.tollgate.client;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes the ids of reservations: {@code res_}, then 26 characters of Crockford base 32 in lower
 * case, ten of milliseconds since 1970 and sixteen of 80 random bits. Made here and not by
 * Tollgate, so that a retry after a lost answer reserves nothing twice.
 */
final class ReservationIds {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private final RandomGenerator random;

  ReservationIds(RandomGenerator random) {
    this.random = random;
  }

  String next(Instant now) {
    StringBuilder id = new StringBuilder("res_");
    long millis = now.toEpochMilli();
    for (int shift = (TIME_CHARACTERS - 1) * 5; shift >= 0; shift -= 5) {
      id.append(ALPHABET.charAt((int) (millis >>> shift) & 31));
    }
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      id.append(ALPHABET.charAt(random.nextInt(32)));
    }
    return id.toString();
  }
}
