package dev.tollgate.billing;

import dev.tollgate.core.ledger.Ledger;
import dev.tollgate.core.ledger.LedgerEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Movements of money, newest first. */
@Serdeable(naming = SnakeCaseStrategy.class)
record HistoryView(List<MovementView> items, @Nullable String nextCursor) {

  static HistoryView of(Ledger.Page page) {
    return new HistoryView(
        page.entries().stream().map(MovementView::of).toList(), page.nextCursor().orElse(null));
  }

  /**
   * One movement.
   *
   * @param movement which way the money went, such as invoice_paid or refunded
   * @param amountCents in minor units, always positive
   * @param reference the payment provider's id of what proves it
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record MovementView(
      String at,
      String movement,
      long amountCents,
      String currency,
      String reference,
      String description) {
    static MovementView of(LedgerEntry entry) {
      return new MovementView(
          entry.at().toString(),
          entry.movement().wireName(),
          entry.amount().minor(),
          entry.amount().currency(),
          entry.reference(),
          entry.description());
    }
  }
}
