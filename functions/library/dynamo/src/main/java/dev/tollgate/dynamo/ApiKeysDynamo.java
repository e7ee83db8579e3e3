package dev.tollgate.dynamo;

import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.apikeys.KeyHolder;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps API keys in their tenant's partition, by their hashes. */
final class ApiKeysDynamo implements ApiKeys {
  private static final int COUNT = 1;

  private final Table table;

  ApiKeysDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Optional<KeyHolder> find(KeyText text) {
    Key key = new ApiKeyItem.ApiKeyKey(text.tenant(), text.fingerprint());
    Map<Key, Row> rows = table.getAll(TenancyItems.keysWith(text.tenant(), key));
    return TenancyItems.read(text.tenant(), rows)
        .flatMap(
            tenancy ->
                Optional.ofNullable(rows.get(key))
                    .map(row -> new KeyHolder(ApiKeyItem.read(row), tenancy)));
  }

  @Override
  public List<ApiKey> list(TenantId tenant) {
    return table.query(Key.tenant(tenant), ApiKeyItem.ApiKeyKey.PREFIX).stream()
        .map(ApiKeyItem::read)
        .sorted(Comparator.comparing(key -> key.id().value()))
        .toList();
  }

  /**
   * How many were made is read before they are counted, so no key is made in between unseen. A try
   * that comes too late is somebody else's key, of which there are at most so many.
   */
  @Override
  public boolean create(ApiKey key, int most, AuditEntry entry) {
    for (int others = 0; others <= most; others++) {
      long made = made(key.tenant());
      if (list(key.tenant()).stream().filter(each -> each.isLive(key.createdAt())).count()
          >= most) {
        return false;
      }
      Commit commit =
          table.write(
              List.of(
                  ApiKeyItem.create(key),
                  ApiKeyItem.countMade(key.tenant(), made),
                  AuditItem.put(entry)));
      switch (commit) {
        case Commit.Done _ -> {
          return true;
        }
        case Commit.Refused refused -> {
          if (!refused.at(COUNT)) {
            throw new IllegalStateException("conditions failed at " + refused.failed().keySet());
          }
        }
      }
    }
    throw new Unavailable("others made and revoked API keys all the while");
  }

  @Override
  public boolean revoke(TenantId tenant, ApiKeyId id, AuditEntry entry) {
    return list(tenant).stream()
        .filter(key -> key.id().equals(id) && key.isLive(entry.at()))
        .findFirst()
        .map(key -> table.write(List.of(ApiKeyItem.revoke(key), AuditItem.put(entry))))
        .filter(Commit.Done.class::isInstance)
        .isPresent();
  }

  /** A refusal is as good: the key is gone, or a later use was noted. */
  @Override
  public void used(ApiKey key, Instant at) {
    try {
      Commit _ = table.write(List.of(ApiKeyItem.used(key, at)));
    } catch (Unavailable lost) {
      // Nobody's request fails because of a note; the key's next use writes it.
    }
  }

  private long made(TenantId tenant) {
    return table
        .get(new ApiKeyItem.MadeKey(tenant))
        .map(row -> row.longNumber("version"))
        .orElse(0L);
  }
}
