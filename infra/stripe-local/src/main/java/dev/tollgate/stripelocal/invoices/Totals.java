package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The sums of an invoice, and what the customer's balance does to them. */
final class Totals {
  /**
   * What is due once the balance is applied. A balance is what the customer owes: negative for a
   * credit.
   *
   * @param due what is to be collected, in cents
   * @param balance the customer's balance afterwards
   */
  record Due(long due, long balance) {
    static Due of(long total, long balance) {
      long owed = total + balance;
      if (owed <= 0) {
        return new Due(0, owed);
      }
      return owed < Money.SMALLEST_CHARGE ? new Due(0, owed) : new Due(owed, 0);
    }
  }

  private Totals() {}

  /** Adds up the lines of a draft and shows what would be due today. */
  static Due sum(ObjectNode invoice, JsonNode customer) {
    long total = 0;
    for (JsonNode line : invoice.path("lines").path("data")) {
      total += line.path("amount").asLong();
    }
    long balance = customer.path("balance").asLong(0);
    Due due = Due.of(total, balance);
    invoice.put("subtotal", total).put("subtotal_excluding_tax", total);
    invoice.put("total", total).put("total_excluding_tax", total);
    invoice.put("starting_balance", balance);
    invoice.put("amount_due", due.due()).put("amount_remaining", due.due());
    return due;
  }
}
