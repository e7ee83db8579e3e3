package dev.tollgate.admin;

import dev.tollgate.core.schedule.DueActions.Parked;
import dev.tollgate.core.schedule.DueActions.ParkedPage;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that fell due, was tried too often and waits for a person.
 *
 * @param key names it within its tenant, fit for an address
 * @param action what it is, what it belongs to and which of several
 * @param since when it was given up
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record DueActionView(
    String tenantId, String key, String action, int tries, String reason, String since) {

  static DueActionView of(Parked parked) {
    return new DueActionView(
        parked.tenant().value(),
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(parked.key().getBytes(StandardCharsets.UTF_8)),
        parked.key(),
        parked.tries(),
        parked.reason(),
        parked.since().toString());
  }

  /** What the key stands for; empty where it was never one of ours. */
  static Optional<String> action(String key) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Some of them. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record PageView(List<DueActionView> items, @Nullable String nextCursor) {
    static PageView of(ParkedPage page) {
      return new PageView(
          page.actions().stream().map(DueActionView::of).toList(), page.nextCursor().orElse(null));
    }
  }
}
