package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What we keep of a secret that was mailed to somebody. It works once, for one purpose, before its
 * end, and under the password it was made under.
 */
public record OneTimeToken(
    Fingerprint fingerprint,
    Purpose purpose,
    TenantId tenant,
    UserId user,
    int credentialVersion,
    Instant expiresAt,
    Optional<Instant> usedAt) {

  /** What a mailed secret is for; it is good for nothing else. */
  public enum Purpose {
    VERIFY_EMAIL,
    RESET_PASSWORD,
    /**
     * Turns off mails of the kind it came with; it works more than once, since that is harmless.
     */
    UNSUBSCRIBE
  }

  public boolean isFor(Purpose wanted, Instant now) {
    return purpose == wanted && now.isBefore(expiresAt);
  }

  public boolean isUnused() {
    return usedAt.isEmpty();
  }
}
