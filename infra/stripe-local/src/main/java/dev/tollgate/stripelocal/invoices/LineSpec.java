package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a line says before it stands on an invoice.
 *
 * @param amount cents; negative for a credit
 * @param unit cents per unit
 * @param price the price and product behind it; null for a bare amount
 * @param parent the wire's {@code parent} object
 */
public record LineSpec(
    String description,
    long amount,
    String currency,
    long quantity,
    BigDecimal unit,
    @Nullable Pricing price,
    Period period,
    ObjectNode parent,
    JsonNode metadata) {

  /** {@code parent} of a line that a subscription item gives rise to. */
  static ObjectNode ofSubscriptionItem(
      String subscription, String item, @Nullable String invoiceItem, boolean proration) {
    ObjectNode details = Json.object();
    details.put("invoice_item", invoiceItem);
    details.put("proration", proration);
    details.set("proration_details", Json.object().putNull("credited_items"));
    details.put("subscription", subscription);
    details.put("subscription_item", item);
    ObjectNode parent = Json.object();
    parent.putNull("invoice_item_details");
    parent.set("subscription_item_details", details);
    return parent.put("type", "subscription_item_details");
  }

  /** {@code parent} of a line that somebody added by hand. */
  static ObjectNode ofInvoiceItem(String invoiceItem, @Nullable String subscription) {
    ObjectNode details = Json.object();
    details.put("invoice_item", invoiceItem);
    details.put("proration", false);
    details.set("proration_details", Json.object().putNull("credited_items"));
    details.put("subscription", subscription);
    ObjectNode parent = Json.object();
    parent.set("invoice_item_details", details);
    parent.putNull("subscription_item_details");
    return parent.put("type", "invoice_item_details");
  }

  /** {@code pricing} as lines and invoice items show it. */
  static JsonNode pricing(@Nullable Pricing price, BigDecimal unit) {
    ObjectNode pricing = Json.object();
    if (price == null) {
      pricing.putNull("price_details");
    } else {
      pricing.putObject("price_details").put("price", price.id()).put("product", price.product());
    }
    return pricing.put("type", "price_details").put("unit_amount_decimal", Money.decimal(unit));
  }

  /** The line as the wire shows it. */
  ObjectNode json(String id, String invoice) {
    ObjectNode line = Json.object();
    line.put("id", id).put("object", "line_item").put("amount", amount).put("currency", currency);
    line.put("description", description);
    line.putArray("discount_amounts");
    line.put("discountable", amount >= 0 && !isProration());
    line.putArray("discounts");
    line.put("invoice", invoice).put("livemode", false);
    line.set("metadata", metadata.deepCopy());
    line.set("parent", parent);
    line.set("period", period.json());
    line.putArray("pretax_credit_amounts");
    line.set("pricing", pricing(price, unit));
    line.put("quantity", quantity).put("quantity_decimal", Long.toString(quantity));
    line.putNull("subscription");
    line.put("subtotal", amount);
    line.putArray("taxes");
    return line;
  }

  private boolean isProration() {
    return parent.path("subscription_item_details").path("proration").asBoolean();
  }
}
