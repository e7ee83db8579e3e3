package dev.tollgate.core.apikeys;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys in memory, with what was audited. */
final class Cabinet implements ApiKeys {
  final List<ApiKey> keys = new ArrayList<>();
  final List<AuditEntry> audited = new ArrayList<>();

  @Override
  public Optional<KeyHolder> find(KeyText text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ApiKey> list(TenantId tenant) {
    return keys.stream().filter(key -> key.tenant().equals(tenant)).toList();
  }

  @Override
  public boolean create(ApiKey key, int most, AuditEntry entry) {
    long live = list(key.tenant()).stream().filter(each -> each.isLive(key.createdAt())).count();
    if (live >= most) {
      return false;
    }
    audited.add(entry);
    return keys.add(key);
  }

  @Override
  public boolean revoke(TenantId tenant, ApiKeyId id, AuditEntry entry) {
    boolean revoked =
        keys.removeIf(
            key -> key.tenant().equals(tenant) && key.id().equals(id) && key.isLive(entry.at()));
    if (revoked) {
      audited.add(entry);
    }
    return revoked;
  }

  @Override
  public void used(ApiKey key, Instant at) {
    throw new UnsupportedOperationException();
  }
}
