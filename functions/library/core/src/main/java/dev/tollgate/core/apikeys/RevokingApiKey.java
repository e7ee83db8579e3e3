package dev.tollgate.core.apikeys;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;

/** Somebody ends a key of their account; it opens nothing from then on. */
public final class RevokingApiKey {
  private final ApiKeys keys;
  private final Time time;
  private final Ids ids;

  public RevokingApiKey(ApiKeys keys, Time time, Ids ids) {
    this.keys = keys;
    this.time = time;
    this.ids = ids;
  }

  public Outcome revoke(User user, ApiKeyId id, Client client) {
    TenantId tenant = user.tenant();
    AuditEntry entry =
        AuditEntry.of(
            AuditAction.API_KEY_REVOKED, tenant, user.id(), client, time.now(tenant), ids);
    return keys.revoke(tenant, id, entry) ? new Revoked() : new Unknown();
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Revoked() implements Outcome {}

  /** The account has no such key that works: it never had, it was revoked, or it has expired. */
  public record Unknown() implements Outcome {}
}
