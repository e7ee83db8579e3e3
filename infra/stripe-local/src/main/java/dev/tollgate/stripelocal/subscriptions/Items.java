package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.invoices.Pricing;
import dev.tollgate.stripelocal.invoices.UsageSpan;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Shown;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items within a subscription: they live in it, not beside it. */
final class Items {
  /**
   * Internal field of a metered item that came or changed its price within a period: from then on
   * its usage counts.
   */
  private static final String USAGE_FROM = "_usage_from";

  private static final List<String> PLAN_FIELDS =
      List.of(
          "active",
          "billing_scheme",
          "created",
          "currency",
          "livemode",
          "metadata",
          "nickname",
          "product",
          "tiers_mode");

  private Items() {}

  static List<ObjectNode> of(JsonNode subscription) {
    List<ObjectNode> items = new ArrayList<>();
    subscription.path("items").path("data").forEach(item -> items.add((ObjectNode) item));
    return items;
  }

  static Optional<ObjectNode> find(JsonNode subscription, String id) {
    return of(subscription).stream().filter(item -> id.equals(Json.text(item, "id"))).findFirst();
  }

  /** The subscription that holds an item. */
  static Optional<ObjectNode> holder(Work work, String item) {
    return work
        .view(Kind.SUBSCRIPTION, subscription -> find(subscription, item).isPresent())
        .stream()
        .findFirst()
        .map(found -> work.get(Kind.SUBSCRIPTION, found.path("id").asText()));
  }

  static void replace(ObjectNode subscription, List<ObjectNode> items) {
    ArrayNode data = Json.array();
    items.forEach(data::add);
    ObjectNode list = Json.object().put("object", "list");
    list.set("data", data);
    String id = subscription.path("id").asText();
    list.put("has_more", false).put("url", "/v1/subscription_items?subscription=" + id);
    subscription.set("items", list);
  }

  static ObjectNode make(
      Work work,
      JsonNode subscription,
      Pricing price,
      @Nullable Long quantity,
      Map<String, String> metadata) {
    ObjectNode item = Json.object().put("id", work.newId(Kind.SUBSCRIPTION_ITEM.prefix()));
    item.put("object", "subscription_item").putNull("billing_thresholds");
    item.put("created", work.nowOf((ObjectNode) subscription));
    item.putNull("current_period_end").putNull("current_period_start");
    item.putArray("discounts");
    ObjectNode own = item.putObject("metadata");
    metadata.forEach(own::put);
    priced(item, price);
    quantified(item, price, quantity == null ? 1 : quantity);
    item.put("subscription", subscription.path("id").asText());
    item.putArray("tax_rates");
    return item;
  }

  static void priced(ObjectNode item, Pricing price) {
    ObjectNode shown = Shown.of(price.price());
    shown.remove("tiers");
    item.set("plan", plan(shown));
    item.set("price", shown);
  }

  /** A metered item has no quantity. */
  static void quantified(ObjectNode item, Pricing price, long quantity) {
    if (price.isMetered()) {
      item.remove("quantity");
    } else {
      item.put("quantity", quantity);
    }
  }

  static long quantity(JsonNode item) {
    return item.path("quantity").asLong(1);
  }

  static void period(ObjectNode item, Period period) {
    item.put("current_period_start", period.start()).put("current_period_end", period.end());
    item.remove(USAGE_FROM);
  }

  static boolean isMetered(JsonNode item) {
    return item.path("price").path("recurring").path("usage_type").asText().equals("metered");
  }

  /** From then on the item's usage counts, not from the start of its period. */
  static void usageFrom(ObjectNode item, long moment) {
    item.put(USAGE_FROM, moment);
  }

  /** What a metered item has to bill up to a moment of its current period. */
  static UsageSpan usageUntil(JsonNode subscription, JsonNode item, long moment) {
    long from = item.path(USAGE_FROM).asLong(item.path("current_period_start").asLong());
    return new UsageSpan(
        subscription.path("id").asText(),
        item.path("id").asText(),
        item.path("price").path("id").asText(),
        new Period(from, Math.max(from, moment)));
  }

  /** When the next item is billed. */
  static long firstPeriodEnd(JsonNode subscription) {
    return of(subscription).stream()
        .mapToLong(item -> Period.currentOf(item).end())
        .min()
        .orElseThrow();
  }

  /** Until when everything is paid for. */
  static long lastPeriodEnd(JsonNode subscription) {
    return of(subscription).stream()
        .mapToLong(item -> Period.currentOf(item).end())
        .max()
        .orElseThrow();
  }

  /** The old name of a price, which items still carry. */
  private static ObjectNode plan(ObjectNode price) {
    ObjectNode plan = Json.object();
    plan.set("id", price.path("id"));
    plan.put("object", "plan");
    PLAN_FIELDS.forEach(name -> plan.set(name, price.path(name).deepCopy()));
    plan.set("amount", price.path("unit_amount"));
    plan.set("amount_decimal", price.path("unit_amount_decimal"));
    JsonNode recurring = price.path("recurring");
    for (String name :
        List.of("interval", "interval_count", "meter", "trial_period_days", "usage_type")) {
      plan.set(name, recurring.path(name));
    }
    return plan.putNull("transform_usage");
  }
}
