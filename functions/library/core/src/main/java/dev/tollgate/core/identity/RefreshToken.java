package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token: where its session is, a secret that all tokens of the session share, and a
 * secret of its own. The shared one tells an old token of the family from one that somebody made
 * up, who could otherwise log people out.
 *
 * @param family 43 characters of base 64
 * @param secret 43 characters of base 64
 */
public record RefreshToken(
    TenantId tenant, UserId user, SessionId session, String family, String secret) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "tgr\\.([0-9a-z]{26})\\.([0-9a-z]{26})\\.([0-9a-z]{26})"
              + "\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

  public String text() {
    return "tgr."
        + tenant.value().substring(TenantId.PREFIX.length())
        + "."
        + user.value().substring(UserId.PREFIX.length())
        + "."
        + session.value().substring(SessionId.PREFIX.length())
        + "."
        + family
        + "."
        + secret;
  }

  public static Optional<RefreshToken> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RefreshToken(
              new TenantId(TenantId.PREFIX + parts.group(1)),
              new UserId(UserId.PREFIX + parts.group(2)),
              new SessionId(SessionId.PREFIX + parts.group(3)),
              parts.group(4),
              parts.group(5)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  Fingerprint familyFingerprint() {
    return Fingerprint.of(family);
  }

  Fingerprint secretFingerprint() {
    return Fingerprint.of(secret);
  }

  RefreshToken withSecret(String next) {
    return new RefreshToken(tenant, user, session, family, next);
  }

  @Override
  public String toString() {
    return "RefreshToken[" + session.value() + "]";
  }
}
