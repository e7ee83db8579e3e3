package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Lists;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a meter has counted for a customer, in one sum or by hour or day. */
final class SummaryRoom implements Room {
  @Override
  public void register(Router router) {
    router.on("GET", "/v1/billing/meters/{id}/event_summaries", SummaryRoom::list);
  }

  private static ObjectNode list(Call call) {
    Params params = call.params();
    String meter = call.work().get(Kind.METER, call.path("id")).path("id").asText();
    String customer = params.require("customer");
    call.work().get(Kind.CUSTOMER, customer, "customer");
    long start = aligned(params, "start_time", Duration.ofMinutes(1));
    long end = aligned(params, "end_time", Duration.ofMinutes(1));
    if (end <= start) {
      throw StripeError.invalid("`end_time` must be after `start_time`.", "end_time");
    }
    List<ObjectNode> summaries = new ArrayList<>();
    for (Period window : windows(params, new Period(start, end))) {
      long used = Meters.used(call.work(), meter, customer, window);
      if (used != 0 || !params.has("value_grouping_window")) {
        summaries.addFirst(summary(meter, customer, window, used));
      }
    }
    return Lists.page(call, summaries);
  }

  private static List<Period> windows(Params params, Period whole) {
    if (params.text("value_grouping_window").isEmpty()) {
      return List.of(whole);
    }
    boolean daily = params.require("value_grouping_window").equals("day");
    Duration width = daily ? Duration.ofDays(1) : Duration.ofHours(1);
    aligned(params, "start_time", width);
    aligned(params, "end_time", width);
    List<Period> windows = new ArrayList<>();
    for (long at = whole.start(); at < whole.end(); at += width.toSeconds()) {
      windows.add(new Period(at, at + width.toSeconds()));
    }
    return windows;
  }

  private static long aligned(Params params, String name, Duration unit) {
    params.require(name);
    long moment = params.integer(name).getAsLong();
    if (moment % unit.toSeconds() != 0) {
      throw StripeError.invalid(
          "`%s` must be aligned with a whole %s in UTC."
              .formatted(
                  name,
                  unit.equals(Duration.ofMinutes(1))
                      ? "minute"
                      : unit.equals(Duration.ofHours(1)) ? "hour" : "day"),
          name);
    }
    return moment;
  }

  private static ObjectNode summary(String meter, String customer, Period window, long used) {
    // The id is made of what the summary is about, so that paging finds it again.
    return Json.object()
        .put("id", "mtrusg_test_%s_%s_%d".formatted(meter, customer, window.start()))
        .put("object", "billing.meter_event_summary")
        .put("aggregated_value", used)
        .put("end_time", window.end())
        .put("livemode", false)
        .put("meter", meter)
        .put("start_time", window.start());
  }
}
