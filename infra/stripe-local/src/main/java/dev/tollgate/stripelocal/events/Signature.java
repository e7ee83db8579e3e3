package dev.tollgate.stripelocal.events;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code Stripe-Signature} header: one v1 for each live secret, no blanks, lower-case hex. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * @param timestamp seconds
   * @param secrets whole texts, {@code whsec_…}: they are the keys as they stand
   */
  static String header(long timestamp, String body, List<String> secrets) {
    StringJoiner header = new StringJoiner(",").add("t=" + timestamp);
    secrets.forEach(secret -> header.add("v1=" + hex(secret, timestamp + "." + body)));
    return header.toString();
  }

  private static String hex(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
