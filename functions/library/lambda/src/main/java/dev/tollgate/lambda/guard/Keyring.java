package dev.tollgate.lambda.guard;

import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.apikeys.KeyHolder;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.http.Request;
import dev.tollgate.lambda.logging.Log;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises programs by their keys: one read, and none for what is no key of ours. Keys are asked
 * for only where a route takes them.
 */
@Singleton
public final class Keyring {
  static final String HEADER = "x-api-key";

  /** How far behind {@code last used} may be, so that a busy key costs no write each time. */
  static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  private final BeanProvider<ApiKeys> keys;
  private final Time time;
  private final Log log;

  Keyring(BeanProvider<ApiKeys> keys, Time time, Log log) {
    this.keys = keys;
    this.time = time;
    this.log = log;
  }

  /** Fails where there is nothing that knows keys. */
  public void check() {
    keys.get();
  }

  /** Who shows a live key; a missing, mistyped, revoked, expired or unknown one is nobody's. */
  Optional<KeyHolder> holder(Request request) {
    return request
        .header(HEADER)
        .flatMap(text -> KeyText.parse(text.strip()))
        .flatMap(text -> keys.get().find(text))
        .filter(holder -> holder.isLive(now(holder.key())));
  }

  /** Notes the use, unless one was noted lately. A note that is lost is no reason to refuse. */
  void used(ApiKey key) {
    Instant now = now(key);
    if (key.lastUsedAt().filter(last -> now.isBefore(last.plus(NOTED_EVERY))).isPresent()) {
      return;
    }
    try {
      keys.get().used(key, now);
    } catch (RuntimeException e) {
      log.error("key_use_not_noted", Map.of("key_id", key.id().value()), e);
    }
  }

  private Instant now(ApiKey key) {
    return time.now(key.tenant());
  }
}
