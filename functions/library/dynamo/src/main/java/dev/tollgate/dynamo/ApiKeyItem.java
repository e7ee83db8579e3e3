package dev.tollgate.dynamo;

import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.stream.Collectors;

/** An API key, found by its hash. */
final class ApiKeyItem {
  private ApiKeyItem() {}

  record ApiKeyKey(TenantId tenant, Fingerprint hash) implements Key {
    /** All keys of a tenant. */
    static final String PREFIX = "APIKEY#";

    static ApiKeyKey of(ApiKey key) {
      return new ApiKeyKey(key.tenant(), key.hash());
    }

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return PREFIX + hash.value();
    }
  }

  /** Counts the keys that a tenant ever made. */
  record MadeKey(TenantId tenant) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "APIKEYS";
    }
  }

  static Action create(ApiKey key) {
    Row.Writer row =
        new Row.Writer(ApiKeyKey.of(key))
            .text("id", key.id().value())
            .text("tenant", key.tenant().value())
            .text("name", key.name())
            .text("hash", key.hash().value())
            .text("last_four", key.lastFour())
            .texts("scopes", key.scopes().stream().map(Scope::word).collect(Collectors.toSet()))
            .text("created_by", key.createdBy().value())
            .instant("created_at", key.createdAt())
            .instant("expires_at", key.expiresAt())
            .instant("last_used_at", key.lastUsedAt());
    return Action.put(key.expiresAt().map(row::expires).orElse(row)).ifAbsent();
  }

  static ApiKey read(Row row) {
    return new ApiKey(
        new ApiKeyId(row.text("id")),
        new TenantId(row.text("tenant")),
        row.text("name"),
        new Fingerprint(row.text("hash")),
        row.text("last_four"),
        row.texts("scopes").stream().map(ApiKeyItem::scope).collect(Collectors.toSet()),
        new UserId(row.text("created_by")),
        row.instant("created_at"),
        row.optionalInstant("expires_at"),
        row.optionalInstant("last_used_at"));
  }

  /**
   * Whoever counted the keys when that many had been made may make one more; of two who counted the
   * same, one may.
   */
  static Action countMade(TenantId tenant, long before) {
    Action count =
        Action.update(new MadeKey(tenant), "SET version = :next").with(":next", before + 1);
    return before == 0 ? count.ifAbsent() : count.ifVersionIs(before);
  }

  static Action revoke(ApiKey key) {
    return Action.delete(ApiKeyKey.of(key)).ifPresent();
  }

  /** Never earlier than it was, and never a revoked key back. */
  static Action used(ApiKey key, Instant at) {
    return Action.update(ApiKeyKey.of(key), "SET last_used_at = :at")
        .when(
            "attribute_exists(pk) AND"
                + " (attribute_not_exists(last_used_at) OR last_used_at < :at)")
        .with(":at", at);
  }

  /** A word that we do not know is no leave to do anything. */
  private static Scope scope(String word) {
    return Scope.of(word)
        .orElseThrow(() -> new IllegalStateException("an API key of unknown scope"));
  }
}
