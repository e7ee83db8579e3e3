package dev.tollgate.lambda.guard;

import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.apikeys.KeyHolder;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Unavailable;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Keys of the one account. A guard finds and notes; whatever else it asked for would fail. */
final class Cabinet {
  final Map<Fingerprint, ApiKey> keys = new HashMap<>();
  final List<Instant> notes = new ArrayList<>();
  int reads;
  boolean noting = true;
  private final Random random = new Random(1);
  private final Tenants tenants;

  Cabinet(Tenants tenants) {
    this.tenants = tenants;
  }

  ApiKeys port() {
    return (ApiKeys)
        Proxy.newProxyInstance(
            Cabinet.class.getClassLoader(),
            new Class<?>[] {ApiKeys.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "find" -> find((KeyText) arguments[0]);
                  case "used" -> used((ApiKey) arguments[0], (Instant) arguments[1]);
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  case "toString" -> "a cabinet";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** The text of a new key. */
  String make(Set<Scope> scopes, Optional<Instant> expiresAt, Optional<Instant> lastUsedAt) {
    KeyText text = KeyText.random(Tenants.TENANT, random);
    keys.put(
        text.fingerprint(),
        new ApiKey(
            new ApiKeyId("key_" + "0".repeat(26)),
            Tenants.TENANT,
            "a service",
            text.fingerprint(),
            text.lastFour(),
            scopes,
            Tenants.id(Role.OWNER),
            Tenants.LONG_AGO,
            expiresAt,
            lastUsedAt));
    return text.text();
  }

  String make(Scope... scopes) {
    return make(Set.of(scopes), Optional.empty(), Optional.empty());
  }

  private Optional<KeyHolder> find(KeyText text) {
    reads++;
    return Optional.ofNullable(keys.get(text.fingerprint()))
        .map(key -> new KeyHolder(key, tenants.tenancy()));
  }

  private Object used(ApiKey key, Instant at) {
    if (!noting) {
      throw new Unavailable("no note of " + key.id());
    }
    notes.add(at);
    return key;
  }
}
