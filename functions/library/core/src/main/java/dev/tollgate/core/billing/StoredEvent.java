package dev.tollgate.core.billing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An event and what became of it.
 *
 * @param tenant whom it concerned, as text; empty before it was applied, or where it was nobody
 * @param effect what it changed, or why it changed nothing, in words for the platform owner
 */
public record StoredEvent(
    ProviderEvent event,
    Status status,
    Instant receivedAt,
    Optional<Instant> finishedAt,
    Optional<String> tenant,
    Optional<String> effect) {

  /** Where an event is on its way. */
  public enum Status {
    RECEIVED,
    APPLIED,
    /** Of no concern, or of a customer who is nobody's. */
    IGNORED,
    /** Could not be applied; can be replayed. */
    FAILED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
