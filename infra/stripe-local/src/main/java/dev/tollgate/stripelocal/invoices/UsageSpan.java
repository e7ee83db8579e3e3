package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Usage to bill: what a metered item's customer used in a period, at one price. A change of price
 * within a cycle makes two spans of it: usage is billed at the price in force when it was reported.
 */
public record UsageSpan(String subscription, String item, String price, Period period) {
  /**
   * Internal field that keeps spans: on an invoice those it bills, on a subscription those its next
   * invoice will.
   */
  public static final String FIELD = "_usage";

  /** The spans an object keeps. */
  public static List<UsageSpan> of(JsonNode keeper) {
    List<UsageSpan> spans = new ArrayList<>();
    for (JsonNode span : keeper.path(FIELD)) {
      spans.add(
          new UsageSpan(
              span.path("subscription").asText(),
              span.path("item").asText(),
              span.path("price").asText(),
              new Period(span.path("start").asLong(), span.path("end").asLong())));
    }
    return spans;
  }

  /** Replaces the spans an object keeps. */
  public static void keep(ObjectNode keeper, List<UsageSpan> spans) {
    ArrayNode kept = Json.array();
    for (UsageSpan span : spans) {
      kept.addObject()
          .put("subscription", span.subscription())
          .put("item", span.item())
          .put("price", span.price())
          .put("start", span.period().start())
          .put("end", span.period().end());
    }
    if (kept.isEmpty()) {
      keeper.remove(FIELD);
    } else {
      keeper.set(FIELD, kept);
    }
  }
}
