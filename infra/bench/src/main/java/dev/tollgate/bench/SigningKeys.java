package dev.tollgate.bench;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A set of one private key for ES256, made for one run and known to nobody else. */
final class SigningKeys {
  /** Of a coordinate on P-256, and of a private key. */
  private static final int BYTES = 32;

  private SigningKeys() {}

  static String fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      ECPublicKey open = (ECPublicKey) pair.getPublic();
      ECPrivateKey secret = (ECPrivateKey) pair.getPrivate();
      return """
      {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"bench",\
      "x":"%s","y":"%s","d":"%s"}]}\
      """
          .formatted(
              text(open.getW().getAffineX()), text(open.getW().getAffineY()), text(secret.getS()));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("Every JDK has elliptic curves.", absent);
    }
  }

  /** Exactly 32 bytes: BigInteger adds a byte for the sign and drops leading zeros. */
  private static String text(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] exact = new byte[BYTES];
    int length = Math.min(bytes.length, BYTES);
    System.arraycopy(bytes, bytes.length - length, exact, BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(exact);
  }
}
