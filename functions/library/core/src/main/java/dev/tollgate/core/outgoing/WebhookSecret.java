package dev.tollgate.core.outgoing;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What signs for one endpoint: {@code whsec_} and 24 to 64 bytes in base 64. It must be readable to
 * sign with, so it stands as it is in the table, which is encrypted at rest; the platform owner
 * sees it once, in the answer that made it.
 */
public record WebhookSecret(String text) {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int FEWEST = 24;
  private static final int MOST = 64;

  public WebhookSecret {
    int length = text.startsWith(PREFIX) ? bytes(text).length : 0;
    if (length < FEWEST || length > MOST) {
      throw new IllegalArgumentException("a webhook secret of " + length + " bytes");
    }
  }

  public static WebhookSecret random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  byte[] bytes() {
    return bytes(text);
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }

  @Override
  public String toString() {
    return "WebhookSecret[hidden]";
  }
}
