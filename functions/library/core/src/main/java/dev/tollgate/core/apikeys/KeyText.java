package dev.tollgate.core.apikeys;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The key itself, shown once: {@code tg_}, the tenant's id without its prefix, {@code _}, 32 random
 * characters of base 62 (190 bits), and a checksum of 6, by which a mistyped or a leaked text is
 * told from others without asking the table. The tenant in it lets one read bring key and account.
 */
public final class KeyText {
  public static final String PREFIX = "tg_";

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern SHAPE =
      Pattern.compile("tg_([0-9a-hjkmnp-tv-z]{26})_([0-9A-Za-z]{32})([0-9A-Za-z]{6})");
  private static final int RANDOM_CHARACTERS = 32;
  private static final int CHECKSUM_CHARACTERS = 6;

  private final String text;
  private final TenantId tenant;

  private KeyText(String text, TenantId tenant) {
    this.text = text;
    this.tenant = tenant;
  }

  /** Empty for what is no key of ours, or one that was mistyped. */
  public static Optional<KeyText> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String body = text.substring(0, text.length() - CHECKSUM_CHARACTERS);
    return checksum(body).equals(matcher.group(3))
        ? Optional.of(new KeyText(text, new TenantId(TenantId.PREFIX + matcher.group(1))))
        : Optional.empty();
  }

  public static KeyText random(TenantId tenant, RandomGenerator random) {
    StringBuilder body =
        new StringBuilder(PREFIX)
            .append(tenant.value().substring(TenantId.PREFIX.length()))
            .append('_');
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new KeyText(body + checksum(body.toString()), tenant);
  }

  /** CRC-32 in base 62, as GitHub's tokens have it. */
  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    StringBuilder digits = new StringBuilder();
    long left = crc.getValue();
    for (int i = 0; i < CHECKSUM_CHARACTERS; i++) {
      digits.append(ALPHABET.charAt((int) (left % ALPHABET.length())));
      left /= ALPHABET.length();
    }
    return digits.reverse().toString();
  }

  /** The secret; for the one answer that shows it. */
  public String text() {
    return text;
  }

  public TenantId tenant() {
    return tenant;
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(text);
  }

  public String lastFour() {
    return text.substring(text.length() - 4);
  }

  @Override
  public String toString() {
    return "KeyText[hidden]";
  }
}
