package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/** The operations that report usage and take it back. */
final class MeterEventRoom implements Room {
  /** How long a report can be taken back. */
  private static final Duration REGRET = Duration.ofHours(24);

  private final Reporting reporting;

  MeterEventRoom(Reporting reporting) {
    this.reporting = reporting;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/billing/meter_events", this::report);
    router.json("POST", "/v2/billing/meter_events", this::reportV2);
    router.on("POST", "/v1/billing/meter_event_adjustments", MeterEventRoom::adjust);
    router.job(Reporting.COUNT_JOB, Kind.METER_EVENT, reporting::count);
  }

  private ObjectNode report(Call call) {
    return reporting.report(call.work(), usage(call.params(), call.params().integer("timestamp")));
  }

  /** The same in JSON: the moment is ISO 8601 both ways, and the object bears v2 names. */
  private ObjectNode reportV2(Call call) {
    OptionalLong timestamp =
        call.params().text("timestamp").map(MeterEventRoom::seconds).orElse(OptionalLong.empty());
    ObjectNode event = reporting.report(call.work(), usage(call.params(), timestamp));
    event.put("object", "v2.billing.meter_event");
    for (String name : new String[] {"created", "timestamp"}) {
      event.put(name, Instant.ofEpochSecond(event.path(name).asLong()).toString());
    }
    return event;
  }

  private static Reporting.Usage usage(Params params, OptionalLong timestamp) {
    return new Reporting.Usage(
        params.require("event_name"),
        params.map("payload"),
        params.orNull("identifier"),
        timestamp);
  }

  private static OptionalLong seconds(String iso) {
    try {
      return OptionalLong.of(Instant.parse(iso).getEpochSecond());
    } catch (DateTimeParseException e) {
      throw StripeError.invalid("Invalid timestamp: " + iso, "timestamp");
    }
  }

  private static ObjectNode adjust(Call call) {
    Params params = call.params();
    String identifier =
        params
            .in("cancel")
            .map(cancel -> cancel.require("identifier"))
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "parameter_missing", "Missing required param: cancel.", "cancel"));
    String name = params.require("event_name");
    ObjectNode event =
        call.work()
            .find(Kind.METER_EVENT, Kind.METER_EVENT.prefix() + identifier)
            .filter(found -> name.equals(Json.text(found, "event_name")))
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "resource_missing",
                        "No meter event with identifier " + identifier + ".",
                        "cancel[identifier]"));
    if (call.now() - event.path("created").asLong() > REGRET.toSeconds()) {
      throw StripeError.invalid(
          "A meter event can be canceled within 24 hours only.", "cancel[identifier]");
    }
    event.put(Meters.CANCELED, true);
    ObjectNode fields = Json.object();
    fields.putObject("cancel").put("identifier", identifier);
    fields.put("event_name", name).put("status", "complete").put("type", "cancel");
    ObjectNode shown = call.work().add(Kind.METER_ADJUSTMENT, fields).deepCopy();
    shown.remove("id");
    return shown;
  }
}
