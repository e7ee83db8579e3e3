package dev.tollgate.core.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A text that only the holder of a secret can read: AES-256-GCM under a key derived from it. The
 * store keeps the sealed form and so cannot give away either.
 *
 * @param value nonce and ciphertext in URL-safe base 64
 */
public record SealedText(String value) {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /**
   * Every key seals at most one secret per writer and at most one of them is ever stored, so the
   * nonce may be derived from what is sealed.
   */
  public static SealedText seal(String secret, String holder) {
    byte[] nonce = Arrays.copyOf(digest("tollgate nonce " + holder + " " + secret), NONCE_BYTES);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, holder, nonce, secret.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new IllegalStateException("AES-GCM always encrypts"));
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return new SealedText(Base64.getUrlEncoder().withoutPadding().encodeToString(all));
  }

  /** Empty where the holder is not the one it was sealed for. */
  public Optional<String> open(String holder) {
    byte[] all = Base64.getUrlDecoder().decode(value);
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    return run(Cipher.DECRYPT_MODE, holder, nonce, sealed)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> run(int mode, String holder, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(digest("tollgate seal " + holder), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return Optional.of(cipher.doFinal(input));
    } catch (javax.crypto.AEADBadTagException notForThisHolder) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SealedText[hidden]";
  }
}
