package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines a subscription puts on its invoices by itself: the period ahead, the trial, the usage
 * behind.
 */
public final class Lines {
  private final UsageMeasure measure;

  public Lines(UsageMeasure measure) {
    this.measure = measure;
  }

  /** A licensed item, in advance for a period. */
  public List<LineSpec> ahead(Work work, JsonNode subscription, JsonNode item, Period period) {
    Pricing pricing = pricing(work, item);
    return pricing.charges(item.path("quantity").asLong(1)).stream()
        .map(charge -> line(work, pricing, charge, subscription, item, period))
        .toList();
  }

  /** A licensed item during the trial: named, at nothing. */
  public LineSpec trial(Work work, JsonNode subscription, JsonNode item, Period period) {
    Pricing pricing = pricing(work, item);
    return new LineSpec(
        Wording.trial(work, pricing),
        0,
        pricing.currency(),
        item.path("quantity").asLong(1),
        BigDecimal.ZERO,
        pricing,
        period,
        parent(subscription, item),
        subscription.path("metadata"));
  }

  /** What was used in a span, in arrears; listed even when it is nothing. */
  public List<LineSpec> usage(Work work, JsonNode customer, UsageSpan span, JsonNode metadata) {
    Pricing pricing = new Pricing(work.get(Kind.PRICE, span.price()));
    long quantity = used(work, customer, span);
    return pricing.charges(quantity).stream()
        .map(
            charge ->
                new LineSpec(
                    Wording.regular(work, pricing, charge),
                    charge.amount(),
                    pricing.currency(),
                    charge.quantity(),
                    charge.unit(),
                    pricing,
                    span.period(),
                    LineSpec.ofSubscriptionItem(span.subscription(), span.item(), null, false),
                    metadata))
        .toList();
  }

  /** How much a customer has used in a span so far. */
  public long used(Work work, JsonNode customer, UsageSpan span) {
    String meter = new Pricing(work.get(Kind.PRICE, span.price())).meter().orElseThrow();
    return measure.used(work, meter, customer.path("id").asText(), span.period());
  }

  /** The price of a subscription item, with what is not shown of it (tiers). */
  public static Pricing pricing(Work work, JsonNode item) {
    return new Pricing(work.get(Kind.PRICE, item.path("price").path("id").asText()));
  }

  private static LineSpec line(
      Work work,
      Pricing pricing,
      Charge charge,
      JsonNode subscription,
      JsonNode item,
      Period period) {
    return new LineSpec(
        Wording.regular(work, pricing, charge),
        charge.amount(),
        pricing.currency(),
        charge.quantity(),
        charge.unit(),
        pricing,
        period,
        parent(subscription, item),
        subscription.path("metadata"));
  }

  private static ObjectNode parent(JsonNode subscription, JsonNode item) {
    return LineSpec.ofSubscriptionItem(
        subscription.path("id").asText(), item.path("id").asText(), null, false);
  }

  /** A line's subscription item, or null. */
  static @Nullable String itemOf(JsonNode line) {
    return Json.text(line.path("parent").path("subscription_item_details"), "subscription_item");
  }
}
