package dev.tollgate.billing;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.Ledger;
import dev.tollgate.core.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a tenant's movements of money come to. */
final class SummingLedger {
  /** Pages read for one answer; together they hold eighty years of monthly invoices. */
  static final int MOST_PAGES = 10;

  private static final int PAGE = 100;

  private final Ledger ledger;

  SummingLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Sums in minor units of one currency.
   *
   * @param disputed what the bank has taken and not given back
   * @param payments how many came in
   * @param since the time of the oldest movement that is counted
   * @param complete false where there are older ones
   */
  record Sum(
      long paid,
      long refunded,
      long disputed,
      int payments,
      Optional<Instant> since,
      boolean complete) {
    long net() {
      return paid - refunded - disputed;
    }
  }

  /** Counts what is in the currency, and nothing else: two currencies cannot be added. */
  Sum of(TenantId tenant, String currency) {
    List<LedgerEntry> entries = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int read = 0; read < MOST_PAGES; read++) {
      Ledger.Page page = ledger.page(tenant, PAGE, cursor);
      page.entries().stream()
          .filter(entry -> entry.amount().currency().equals(currency))
          .forEach(entries::add);
      cursor = page.nextCursor();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return sum(entries, cursor.isEmpty());
  }

  private static Sum sum(List<LedgerEntry> entries, boolean complete) {
    long paid = 0;
    long refunded = 0;
    int payments = 0;
    Map<String, Long> disputed = new HashMap<>(); // told twice for a dispute that is lost
    Set<String> won = new HashSet<>();
    for (LedgerEntry entry : entries) {
      long amount = entry.amount().minor();
      switch (entry.movement()) {
        case INVOICE_PAID, CAPTURED -> {
          paid = Math.addExact(paid, amount);
          payments++;
        }
        case REFUNDED -> refunded = Math.addExact(refunded, amount);
        case DISPUTED, DISPUTE_LOST -> disputed.put(entry.reference(), amount);
        case DISPUTE_WON -> won.add(entry.reference());
        case AUTHORISED, RELEASED -> {} // reserved only: nothing has moved
      }
    }
    disputed.keySet().removeAll(won);
    return new Sum(
        paid,
        refunded,
        disputed.values().stream().mapToLong(Long::longValue).sum(),
        payments,
        entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().at()),
        complete);
  }
}
