package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.Time;
import java.time.Instant;
import java.util.Optional;

/** The platform owner has an event applied again. What it did already it does not do twice. */
public final class ReplayingEvents {
  private final ProviderEvents events;
  private final EventQueue queue;
  private final Time time;

  public ReplayingEvents(ProviderEvents events, EventQueue queue, Time time) {
    this.events = events;
    this.queue = queue;
    this.time = time;
  }

  /** The event as it is now; empty where there is none of that id. */
  public Optional<StoredEvent> replay(String id) {
    Instant now = time.now();
    Optional<StoredEvent> found = events.find(id);
    if (found.isEmpty() || !events.reopen(id, now)) {
      return Optional.empty();
    }
    queue.resend(found.get().event(), now);
    return events.find(id);
  }
}
