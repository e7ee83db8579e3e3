package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Optional;

/** The operations on meters themselves. */
final class MeterRoom implements Room {
  private static final String ONE = "/v1/billing/meters/{id}";

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/billing/meters", MeterRoom::create);
    router.list(
        "/v1/billing/meters",
        Kind.METER,
        call -> {
          Optional<String> status = call.params().text("status");
          return meter -> status.isEmpty() || status.get().equals(Json.text(meter, "status"));
        });
    router.on("GET", ONE, MeterRoom::meter);
    router.on("POST", ONE, MeterRoom::update);
    router.on("POST", ONE + "/deactivate", call -> turn(call, "inactive"));
    router.on("POST", ONE + "/reactivate", call -> turn(call, "active"));
  }

  private static ObjectNode meter(Call call) {
    return call.work().get(Kind.METER, call.path("id"));
  }

  private static ObjectNode create(Call call) {
    Params params = call.params();
    String name = params.require("event_name");
    if (Meters.byEventName(call.work(), name).filter(Meters::isActive).isPresent()) {
      throw StripeError.invalid(
          "A meter with the event name %s already exists.".formatted(name), "event_name");
    }
    ObjectNode meter = Json.object();
    meter
        .putObject("customer_mapping")
        .put("event_payload_key", key(params, "customer_mapping", "stripe_customer_id"))
        .put("type", "by_id");
    meter
        .putObject("default_aggregation")
        .put(
            "formula",
            params.in("default_aggregation").map(by -> by.require("formula")).orElse("sum"));
    meter.put("display_name", params.require("display_name")).put("event_name", name);
    meter.put("event_time_window", params.orNull("event_time_window"));
    meter.put("status", "active");
    meter.putObject("status_transitions").putNull("deactivated_at");
    meter.put("updated", call.now());
    meter
        .putObject("value_settings")
        .put("event_payload_key", key(params, "value_settings", "value"));
    ObjectNode made = call.work().add(Kind.METER, meter);
    call.work().emit("billing.meter.created", made);
    return made;
  }

  private static String key(Params params, String name, String usual) {
    return params.in(name).flatMap(given -> given.text("event_payload_key")).orElse(usual);
  }

  private static ObjectNode update(Call call) {
    ObjectNode meter = meter(call);
    call.params().text("display_name").ifPresent(name -> meter.put("display_name", name));
    meter.put("updated", call.now());
    call.work().emit("billing.meter.updated", meter);
    return meter;
  }

  private static ObjectNode turn(Call call, String status) {
    ObjectNode meter = meter(call);
    boolean active = status.equals("active");
    meter.put("status", status).put("updated", call.now());
    ObjectNode transitions = meter.putObject("status_transitions");
    if (active) {
      transitions.putNull("deactivated_at");
    } else {
      transitions.put("deactivated_at", call.now());
    }
    call.work().emit(active ? "billing.meter.reactivated" : "billing.meter.deactivated", meter);
    return meter;
  }
}
