package dev.tollgate.account;

import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.accounts.Accounts;
import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.apikeys.KeyHolder;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.identity.Profiles;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept, and what was audited with it. */
final class Cabinet implements ApiKeys, Accounts, Profiles, OneTimeTokens {
  final Map<Fingerprint, OneTimeToken> tokens = new HashMap<>();
  final Map<MailTopic, Boolean> chosen = new EnumMap<>(MailTopic.class);
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

  @Override
  public void stop(TenantId tenant, UserId user, MailTopic topic, AuditEntry entry) {
    choose(tenant, user, Map.of(topic, false), entry);
  }

  @Override
  public void choose(
      TenantId tenant, UserId user, Map<MailTopic, Boolean> changed, AuditEntry entry) {
    chosen.putAll(changed);
    audited.add(entry);
  }

  @Override
  public void issue(OneTimeToken token) {
    tokens.put(token.fingerprint(), token);
  }

  @Override
  public Optional<OneTimeToken> find(Fingerprint fingerprint) {
    return Optional.ofNullable(tokens.get(fingerprint));
  }
}
