package dev.tollgate.admin;

import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.StoredEvent;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.http.Paging;
import java.util.List;
import java.util.Optional;

/** Looks through the provider's events, newest first. */
final class FindingEvents {
  /** Pages without a hit after which the caller is told where to go on. */
  static final int MOST_PAGES = 10;

  private final ProviderEvents events;
  private final Time time;

  FindingEvents(ProviderEvents events, Time time) {
    this.events = events;
    this.time = time;
  }

  /** All events, or the first page that has one of the status. */
  ProviderEvents.Page find(Paging paging, Optional<StoredEvent.Status> status) {
    Optional<String> cursor = paging.cursor();
    for (int read = 1; ; read++) {
      ProviderEvents.Page page = events.list(paging.limit(), cursor, time.now());
      List<StoredEvent> hits =
          page.events().stream()
              .filter(stored -> status.isEmpty() || status.get() == stored.status())
              .toList();
      cursor = page.nextCursor();
      if (!hits.isEmpty() || cursor.isEmpty() || status.isEmpty() || read == MOST_PAGES) {
        return new ProviderEvents.Page(hits, cursor);
      }
    }
  }
}
