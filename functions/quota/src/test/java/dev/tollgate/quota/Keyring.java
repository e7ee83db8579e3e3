package dev.tollgate.quota;

import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.apikeys.KeyHolder;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The keys of the one tenant there is. */
final class Keyring implements ApiKeys {
  private static final Random RANDOM = new Random(1);

  private final People people;
  private final Map<String, ApiKey> keys = new HashMap<>();

  Keyring(People people) {
    this.people = people;
  }

  /** The text of a new key that may do that. */
  String with(Scope scope) {
    KeyText text = KeyText.random(People.TENANT, RANDOM);
    keys.put(
        text.text(),
        new ApiKey(
            new ApiKeyId("key_" + "0".repeat(26)),
            People.TENANT,
            "service",
            text.fingerprint(),
            text.lastFour(),
            Set.of(scope),
            People.id(Role.OWNER),
            People.LONG_AGO,
            Optional.empty(),
            Optional.empty()));
    return text.text();
  }

  @Override
  public Optional<KeyHolder> find(KeyText text) {
    return Optional.ofNullable(keys.get(text.text()))
        .flatMap(
            key -> people.findTenancy(People.TENANT).map(tenancy -> new KeyHolder(key, tenancy)));
  }

  @Override
  public List<ApiKey> list(TenantId tenant) {
    return List.copyOf(keys.values());
  }

  @Override
  public boolean create(ApiKey key, int most, AuditEntry entry) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean revoke(TenantId tenant, ApiKeyId id, AuditEntry entry) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void used(ApiKey key, Instant at) {}
}
