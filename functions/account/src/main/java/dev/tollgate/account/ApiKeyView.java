package dev.tollgate.account;

import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.apikeys.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as its account sees it: never the key itself.
 *
 * @param prefix what every key begins with
 * @param lastFour what this one ends with
 * @param expiresAt null for a key that works until it is revoked
 * @param lastUsedAt some minutes behind; null before the first use
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ApiKeyView(
    String id,
    String name,
    String prefix,
    String lastFour,
    List<String> scopes,
    String createdAt,
    @Nullable String expiresAt,
    @Nullable String lastUsedAt) {

  static ApiKeyView of(ApiKey key) {
    return new ApiKeyView(
        key.id().value(),
        key.name(),
        KeyText.PREFIX,
        key.lastFour(),
        words(key.scopes()),
        key.createdAt().toString(),
        key.expiresAt().map(Instant::toString).orElse(null),
        key.lastUsedAt().map(Instant::toString).orElse(null));
  }

  /** In an order that stays. */
  private static List<String> words(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::word).toList();
  }

  /** One page of them, the oldest first. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record ApiKeyPage(List<ApiKeyView> items, @Nullable String nextCursor) {}

  /**
   * A key that was just made.
   *
   * @param key the key itself, shown here and never again
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record NewApiKeyView(
      String id,
      String name,
      String key,
      String prefix,
      String lastFour,
      List<String> scopes,
      String createdAt,
      @Nullable String expiresAt,
      @Nullable String lastUsedAt) {

    static NewApiKeyView of(ApiKey made, KeyText text) {
      ApiKeyView view = ApiKeyView.of(made);
      return new NewApiKeyView(
          view.id(),
          view.name(),
          text.text(),
          view.prefix(),
          view.lastFour(),
          view.scopes(),
          view.createdAt(),
          view.expiresAt(),
          view.lastUsedAt());
    }

    @Override
    public String toString() {
      return "NewApiKeyView[hidden]";
    }
  }
}
