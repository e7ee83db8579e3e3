package dev.tollgate.core.kernel;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * 256 random bits that are shown once to one person. Only {@link #fingerprint()} is ever stored.
 *
 * @param text the secret itself, URL-safe base 64 without padding
 */
public record OneTimeSecret(String text) {
  private static final int BYTES = 32;

  public static OneTimeSecret random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new OneTimeSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(text);
  }

  @Override
  public String toString() {
    return "OneTimeSecret[hidden]";
  }
}
