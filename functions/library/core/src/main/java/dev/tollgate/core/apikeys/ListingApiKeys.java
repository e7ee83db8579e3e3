package dev.tollgate.core.apikeys;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import java.time.Instant;
import java.util.List;

/** Shows an account its keys. */
public final class ListingApiKeys {
  private final ApiKeys keys;
  private final Time time;

  public ListingApiKeys(ApiKeys keys, Time time) {
    this.keys = keys;
    this.time = time;
  }

  /** Those that work, in the order they were made; the store forgets expired ones days late. */
  public List<ApiKey> live(TenantId tenant) {
    Instant now = time.now(tenant);
    return keys.list(tenant).stream().filter(key -> key.isLive(now)).toList();
  }
}
