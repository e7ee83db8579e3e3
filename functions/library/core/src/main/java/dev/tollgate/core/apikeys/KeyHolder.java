package dev.tollgate.core.apikeys;

import dev.tollgate.core.identity.Tenancy;
import java.time.Instant;

/** A program that showed a key, and the tenant it works for. */
public record KeyHolder(ApiKey key, Tenancy tenancy) {
  /** Whether the key lives, and its account lets anybody in. */
  public boolean isLive(Instant now) {
    return key.isLive(now) && !tenancy.account().isClosed(now);
  }
}
