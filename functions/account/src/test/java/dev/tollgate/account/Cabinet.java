package dev.tollgate.account;

import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.accounts.Accounts;
import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.apikeys.KeyHolder;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Profiles;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept, and what was audited with it. */
final class Cabinet implements ApiKeys, Accounts, Profiles {
  final List<ApiKey> keys = new ArrayList<>();
  final List<AccountChange> changes = new ArrayList<>();
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
    if (list(key.tenant()).size() >= most) {
      return false;
    }
    audited.add(entry);
    return keys.add(key);
  }

  @Override
  public boolean revoke(TenantId tenant, ApiKeyId id, AuditEntry entry) {
    boolean revoked = keys.removeIf(key -> key.tenant().equals(tenant) && key.id().equals(id));
    if (revoked) {
      audited.add(entry);
    }
    return revoked;
  }

  @Override
  public void used(ApiKey key, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void change(TenantId tenant, AccountChange change, AuditEntry entry) {
    changes.add(change);
    audited.add(entry);
  }

  @Override
  public void rename(User renamed, AuditEntry entry) {
    audited.add(entry);
  }
}
