package dev.tollgate.stripelocal.ledger;

import java.util.random.RandomGenerator;

/** Opaque ids: a prefix and 24 letters and digits. Used under the ledger's lock only. */
final class Ids {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 24;

  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  String next(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
