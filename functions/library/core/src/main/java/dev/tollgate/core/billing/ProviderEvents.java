package dev.tollgate.core.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers the payment provider's events and what became of each. */
public interface ProviderEvents {
  /** One write. */
  Receipt store(ProviderEvent event, Instant now);

  /** Notes that an event does not concern us, whether it was stored before or not. */
  void ignored(ProviderEvent event, String why, Instant now);

  Optional<StoredEvent> find(String id);

  /** Newest first. */
  Page list(int limit, Optional<String> cursor, Instant now);

  /** Stored before then and neither applied nor given up, as far as the last days show. */
  List<StoredEvent> unfinished(Instant before, int limit);

  /** Notes that an event cannot be applied as it is; a person may replay it. */
  void failed(String id, String reason, Instant now);

  /** Back to the state of one just received; false where there is no such event. */
  boolean reopen(String id, Instant now);

  /** What storing found. */
  enum Receipt {
    NEW,
    /** Stored before and not applied yet, or given up. */
    UNFINISHED,
    APPLIED
  }

  record Page(List<StoredEvent> events, Optional<String> nextCursor) {}
}
