package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Optional;

/** The operations on alerts. An archived one stays archived. */
final class AlertRoom implements Room {
  private static final String ONE = "/v1/billing/alerts/{id}";

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/billing/alerts", AlertRoom::create);
    router.list(
        "/v1/billing/alerts",
        Kind.ALERT,
        call -> {
          Optional<String> meter = call.params().text("meter");
          return alert ->
              meter.isEmpty()
                  || meter.get().equals(Json.text(alert.path("usage_threshold"), "meter"));
        });
    router.on("GET", ONE, AlertRoom::alert);
    router.on("POST", ONE + "/activate", call -> turn(call, "active"));
    router.on("POST", ONE + "/deactivate", call -> turn(call, "inactive"));
    router.on("POST", ONE + "/archive", call -> turn(call, "archived"));
  }

  private static ObjectNode alert(Call call) {
    return call.work().get(Kind.ALERT, call.path("id"));
  }

  private static ObjectNode create(Call call) {
    Params params = call.params();
    Params threshold =
        params
            .in("usage_threshold")
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "parameter_missing",
                        "Missing required param: usage_threshold.",
                        "usage_threshold"));
    ObjectNode alert = Json.object().put("alert_type", params.require("alert_type"));
    alert.put("status", "active").put("title", params.require("title"));
    ObjectNode shown = alert.putObject("usage_threshold");
    filters(call.work(), threshold, shown);
    threshold.require("gte");
    shown.put("gte", threshold.integer("gte").getAsLong());
    String meter = threshold.require("meter");
    call.work().get(Kind.METER, meter, threshold.path("meter"));
    shown.put("meter", meter).put("recurrence", threshold.text("recurrence").orElse("one_time"));
    alert.put(Alerts.SINCE, call.now());
    return call.work().add(Kind.ALERT, alert);
  }

  private static void filters(Work work, Params threshold, ObjectNode shown) {
    ArrayNode filters = shown.putArray("filters");
    for (Params filter : threshold.each("filters")) {
      String customer = filter.require("customer");
      work.get(Kind.CUSTOMER, customer, filter.path("customer"));
      filters.addObject().put("customer", customer).put("type", "customer");
    }
  }

  private static ObjectNode turn(Call call, String status) {
    ObjectNode alert = alert(call);
    if (alert.path("status").asText().equals("archived")) {
      throw StripeError.invalid("This alert is archived.", null);
    }
    return alert.put("status", status);
  }
}
