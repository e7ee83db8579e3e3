package dev.tollgate.core.ledger;

import java.util.Locale;
import java.util.Optional;

/** What happened to the money. Stored by its {@link #wireName()}, so names are kept. */
public enum Movement {
  /** Paid for a period of a subscription. */
  INVOICE_PAID,
  /** Reserved on a card for a single payment; nothing has moved yet. */
  AUTHORISED,
  /** Taken after it was reserved, or at once. */
  CAPTURED,
  /** A reservation was given up. */
  RELEASED,
  /** Given back. */
  REFUNDED,
  /** Taken away by the bank until a dispute is decided. */
  DISPUTED,
  /** A dispute was won and the money came back. */
  DISPUTE_WON,
  /** A dispute was lost and the money stays away. */
  DISPUTE_LOST;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Movement> parse(String wireName) {
    for (Movement movement : values()) {
      if (movement.wireName().equals(wireName)) {
        return Optional.of(movement);
      }
    }
    return Optional.empty();
  }
}
