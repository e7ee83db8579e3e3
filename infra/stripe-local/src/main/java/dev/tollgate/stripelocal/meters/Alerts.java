package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Shown;
import dev.tollgate.stripelocal.ledger.Work;

/**
 * Tells, once for each customer, when the usage since an alert was made has reached its threshold.
 */
final class Alerts {
  /**
   * Internal fields of an alert: since when it counts, and for which customers it has been told.
   */
  static final String SINCE = "_since";

  private static final String TOLD = "_told";

  void check(Work work, ObjectNode meter, ObjectNode event) {
    String customer = event.path(Meters.CUSTOMER).asText();
    String meterId = meter.path("id").asText();
    for (ObjectNode alert : work.all(Kind.ALERT, alert -> watches(alert, meterId, customer))) {
      Period since = new Period(Math.min(alert.path(SINCE).asLong(), work.now()), Long.MAX_VALUE);
      long used = Meters.used(work, meterId, customer, since);
      if (used >= alert.path("usage_threshold").path("gte").asLong()) {
        tell(work, alert, customer, used);
      }
    }
  }

  private static boolean watches(JsonNode alert, String meter, String customer) {
    JsonNode threshold = alert.path("usage_threshold");
    if (!alert.path("status").asText().equals("active")
        || !meter.equals(Json.text(threshold, "meter"))
        || has(alert.path(TOLD), customer)) {
      return false;
    }
    JsonNode filters = threshold.path("filters");
    if (filters.isEmpty()) {
      return true;
    }
    for (JsonNode filter : filters) {
      if (customer.equals(Json.text(filter, "customer"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(JsonNode texts, String wanted) {
    for (JsonNode text : texts) {
      if (text.asText().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static void tell(Work work, ObjectNode alert, String customer, long used) {
    ArrayNode told = alert.withArray(TOLD);
    told.add(customer);
    ObjectNode triggered = Json.object().put("object", "billing.alert_triggered");
    triggered.set("alert", Shown.of(alert));
    triggered.put("created", work.now()).put("customer", customer).put("livemode", false);
    triggered.put("value", used);
    work.emit("billing.alert.triggered", triggered);
  }
}
