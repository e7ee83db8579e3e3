package dev.tollgate.admin;

import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.StoredEvent;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of the payment provider and what became of it.
 *
 * @param status received, applied, ignored or failed
 * @param createdAt by the provider's clock
 * @param finishedAt null while it waits
 * @param tenantId whom it concerned; null before it was applied, or where it was nobody
 * @param customer the provider's id; null where the event does not say
 * @param subject the provider's id of what it happened to
 * @param effect what it changed, or why it changed nothing
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record EventView(
    String id,
    String type,
    String status,
    String createdAt,
    String receivedAt,
    @Nullable String finishedAt,
    @Nullable String tenantId,
    @Nullable String customer,
    String subject,
    @Nullable String effect) {

  static EventView of(StoredEvent stored) {
    return new EventView(
        stored.event().id(),
        stored.event().type(),
        stored.status().wireName(),
        stored.event().createdAt().toString(),
        stored.receivedAt().toString(),
        stored.finishedAt().map(Instant::toString).orElse(null),
        stored.tenant().orElse(null),
        stored.event().customer().orElse(null),
        stored.event().subject(),
        stored.effect().orElse(null));
  }

  /** Events, newest first. With a filter a page may be shorter than was asked, and not the last. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record PageView(List<EventView> items, @Nullable String nextCursor) {
    static PageView of(ProviderEvents.Page page) {
      return new PageView(
          page.events().stream().map(EventView::of).toList(), page.nextCursor().orElse(null));
    }
  }
}
