package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Invoice items: amounts that wait for a customer's next invoice, such as prorations. */
public final class PendingItems {
  /**
   * What an invoice item is for.
   *
   * @param subscription the subscription whose next invoice takes it; null for any of the customer
   * @param item the subscription item that gave rise to it
   */
  public record Origin(@Nullable String subscription, @Nullable String item, boolean proration) {
    /** Added by hand for the customer. */
    public static final Origin MANUAL = new Origin(null, null, false);
  }

  private PendingItems() {}

  /** Adds one and tells so. The line's own parent is replaced when it comes onto an invoice. */
  public static ObjectNode add(Work work, JsonNode customer, LineSpec line, Origin origin) {
    ObjectNode fields = Json.object();
    fields.put("amount", line.amount()).put("currency", line.currency());
    fields.put("customer", customer.path("id").asText()).putNull("customer_account");
    fields.put("date", work.nowOf((ObjectNode) customer));
    fields.put("description", line.description());
    fields.put("discountable", !origin.proration() && line.amount() >= 0);
    fields.putArray("discounts");
    fields.putNull("invoice");
    fields.set("metadata", line.metadata().deepCopy());
    fields.put("net_amount", line.amount());
    fields.set("parent", parent(origin));
    fields.set("period", line.period().json());
    fields.set("pricing", LineSpec.pricing(line.price(), line.unit()));
    fields.put("proration", origin.proration());
    fields.set("proration_details", details());
    fields.put("quantity", line.quantity());
    fields.put("quantity_decimal", Long.toString(line.quantity()));
    fields.putArray("tax_rates");
    fields.set("test_clock", customer.path("test_clock"));
    ObjectNode item = work.add(Kind.INVOICE_ITEM, fields);
    work.emit("invoiceitem.created", item);
    return item;
  }

  private static JsonNode parent(Origin origin) {
    if (origin.subscription() == null) {
      return Json.object().nullNode();
    }
    ObjectNode parent = Json.object();
    parent
        .putObject("subscription_details")
        .put("subscription", origin.subscription())
        .put("subscription_item", origin.item());
    return parent.put("type", "subscription_details");
  }

  private static ObjectNode details() {
    ObjectNode details = Json.object().putNull("credited_items");
    details.putArray("discount_amounts");
    return details;
  }

  /**
   * Those that wait for an invoice of the subscription (null: for an invoice of none), oldest
   * first.
   */
  public static List<ObjectNode> waiting(
      Work work, String customer, @Nullable String subscription, String currency) {
    return work
        .all(
            Kind.INVOICE_ITEM,
            item ->
                item.path("invoice").isNull()
                    && customer.equals(Json.text(item, "customer"))
                    && currency.equals(Json.text(item, "currency"))
                    && goesOnto(subscription, item))
        .stream()
        .sorted(Comparator.comparingLong(item -> Json.number(item, "_seq", 0)))
        .toList();
  }

  private static boolean goesOnto(@Nullable String subscription, JsonNode item) {
    String own = subscriptionOf(item);
    return own == null || Objects.equals(own, subscription);
  }

  /** Forgets those of a subscription that has ended. */
  public static void drop(Work work, String subscription) {
    work.all(
            Kind.INVOICE_ITEM,
            item -> item.path("invoice").isNull() && subscription.equals(subscriptionOf(item)))
        .forEach(item -> work.remove(Kind.INVOICE_ITEM, item.path("id").asText()));
  }

  /** The line that an item becomes. */
  static LineSpec line(Work work, JsonNode item) {
    String subscription = subscriptionOf(item);
    String subscriptionItem =
        Json.text(item.path("parent").path("subscription_details"), "subscription_item");
    String id = item.path("id").asText();
    String price = Json.text(item.path("pricing").path("price_details"), "price");
    JsonNode period = item.path("period");
    return new LineSpec(
        item.path("description").asText(),
        item.path("amount").asLong(),
        item.path("currency").asText(),
        item.path("quantity").asLong(1),
        new BigDecimal(item.path("pricing").path("unit_amount_decimal").asText("0")),
        price == null ? null : new Pricing(work.get(Kind.PRICE, price)),
        new Period(period.path("start").asLong(), period.path("end").asLong()),
        subscription == null || subscriptionItem == null
            ? LineSpec.ofInvoiceItem(id, subscription)
            : LineSpec.ofSubscriptionItem(
                subscription, subscriptionItem, id, item.path("proration").asBoolean()),
        item.path("metadata"));
  }

  static @Nullable String subscriptionOf(JsonNode item) {
    return Json.text(item.path("parent").path("subscription_details"), "subscription");
  }
}
