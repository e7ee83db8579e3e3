package dev.tollgate.core.apikeys;

import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key as it is kept: everything but the key itself.
 *
 * @param hash of the whole text
 * @param lastFour the text's last characters, by which people tell their keys apart
 * @param createdBy a person whose mailbox was proven
 * @param lastUsedAt some minutes behind
 */
public record ApiKey(
    ApiKeyId id,
    TenantId tenant,
    String name,
    Fingerprint hash,
    String lastFour,
    Set<Scope> scopes,
    UserId createdBy,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /** Revoked keys are not kept, so what is there lives until it expires. */
  public boolean isLive(Instant now) {
    return expiresAt.map(now::isBefore).orElse(true);
  }
}
