package dev.tollgate.core.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * SHA-256 of a text, in URL-safe base 64. It stands for the text in keys and stored items; it
 * protects only texts that nobody can guess, such as {@link OneTimeSecret}.
 */
public record Fingerprint(String value) {
  public static Fingerprint of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Fingerprint of(byte[] bytes) {
    return new Fingerprint(
        Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(bytes)));
  }

  /** Compares in a time that does not depend on where two values differ. */
  public boolean sameAs(Fingerprint other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
