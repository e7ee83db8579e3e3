package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.invoices.Money;

/**
 * What a licensed item was last debited, and for which time: a later credit gives back a part of
 * exactly this, not of the list price (flexible billing mode).
 *
 * @param amount cents
 */
record Debit(long amount, Period period) {
  /** Internal field of an item. */
  private static final String FIELD = "_debited";

  static Debit of(JsonNode item) {
    JsonNode kept = item.path(FIELD);
    return kept.isMissingNode()
        ? new Debit(0, Period.currentOf(item))
        : new Debit(
            kept.path("amount").asLong(),
            new Period(kept.path("start").asLong(), kept.path("end").asLong()));
  }

  void keep(ObjectNode item) {
    item.putObject(FIELD)
        .put("amount", amount)
        .put("start", period.start())
        .put("end", period.end());
  }

  /** The part of it that lies after a moment. */
  long unusedAt(long moment) {
    return Money.share(amount, period.from(moment).seconds(), period.seconds());
  }
}
