package dev.tollgate.core.apikeys;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the tenants' keys. */
public interface ApiKeys {
  /**
   * Who shows this text: one consistent read, so that a revoked key is gone at once. Whether the
   * key has expired is not asked.
   */
  Optional<KeyHolder> find(KeyText text);

  /** In the order they were made. */
  List<ApiKey> list(TenantId tenant);

  /**
   * One transaction with its entry. False where the tenant has that many keys which are live at the
   * time of this one's making, however many are made at once.
   */
  boolean create(ApiKey key, int most, AuditEntry entry);

  /**
   * False where the tenant has no such key that is live at the entry's time; one transaction with
   * its entry.
   */
  boolean revoke(TenantId tenant, ApiKeyId id, AuditEntry entry);

  /**
   * Notes that the key was used; nothing comes back for a key that was revoked meanwhile. A note
   * that cannot be written is lost, and nobody hears of it.
   */
  void used(ApiKey key, Instant at);
}
