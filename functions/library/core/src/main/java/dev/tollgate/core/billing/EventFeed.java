package dev.tollgate.core.billing;

import java.time.Instant;
import java.util.List;

/** The provider's own list of events that it could not deliver to us. */
public interface EventFeed {
  List<ProviderEvent> undelivered(Instant since, int limit);
}
