package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Work;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two lines of a change within a period: what was not used, what is used from now on. */
public final class ProrationLines {
  private ProrationLines() {}

  /** A credit of {@code unused} cents for an item as it was, over the rest of its period. */
  public static LineSpec unused(
      Work work, JsonNode subscription, JsonNode item, long unused, Period rest) {
    Pricing pricing = Lines.pricing(work, item);
    long quantity = item.path("quantity").asLong(1);
    String words = Wording.unused(work, pricing, quantity, rest.start());
    return line(words, -unused, quantity, pricing, subscription, item, rest);
  }

  /** A debit of {@code amount} cents for an item as it is now, over the rest of its period. */
  public static LineSpec remaining(
      Work work, JsonNode subscription, JsonNode item, long amount, Period rest) {
    Pricing pricing = Lines.pricing(work, item);
    long quantity = item.path("quantity").asLong(1);
    String words = Wording.remaining(work, pricing, quantity, rest.start());
    return line(words, amount, quantity, pricing, subscription, item, rest);
  }

  private static LineSpec line(
      String description,
      long amount,
      long quantity,
      Pricing pricing,
      JsonNode subscription,
      JsonNode item,
      Period rest) {
    return new LineSpec(
        description,
        amount,
        pricing.currency(),
        quantity,
        unit(amount, quantity),
        pricing,
        rest,
        LineSpec.ofSubscriptionItem(
            subscription.path("id").asText(), item.path("id").asText(), null, true),
        subscription.path("metadata"));
  }

  /** What one of them comes to, to twelve places as Stripe gives it. */
  private static BigDecimal unit(long amount, long quantity) {
    return quantity == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(quantity), 12, RoundingMode.HALF_UP);
  }
}
