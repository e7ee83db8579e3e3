package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.List;

/** Messages that were written with their cause and have not been handed to a queue yet. */
public interface Outbox {

  /** Messages older than that, oldest first as far as the store's shards allow. */
  List<Message> overdue(Instant before, int limit);

  /** The same of one tenant, whose messages bear its own time; never lags behind. */
  List<Message> overdue(TenantId tenant, Instant before);

  /** Forgets messages that a queue has accepted; the ones it has forgotten already too. */
  void relayed(List<Message> messages);
}
