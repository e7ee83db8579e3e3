package dev.tollgate.stripelocal.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Fields;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Optional;

/** How often a price is charged, and whether for seats or for usage. */
final class Recurrence {
  private Recurrence() {}

  static void set(Work work, ObjectNode price, Params params) {
    Optional<Params> given = params.in("recurring");
    price.put("type", given.isPresent() ? "recurring" : "one_time");
    if (given.isEmpty()) {
      price.putNull("recurring");
      return;
    }
    Params recurring = given.get();
    String usage = recurring.text("usage_type").orElse("licensed");
    checkMeter(work, recurring, usage);
    ObjectNode fields = Json.object().put("interval", recurring.require("interval"));
    fields.put("interval_count", count(recurring, fields.path("interval").asText()));
    fields.put("meter", recurring.orNull("meter"));
    Fields.number(fields, recurring, "trial_period_days");
    fields.put("usage_type", usage);
    price.set("recurring", fields);
  }

  private static void checkMeter(Work work, Params recurring, String usage) {
    Optional<String> meter = recurring.text("meter");
    if (usage.equals("metered") && meter.isEmpty()) {
      throw StripeError.invalid(
          "parameter_missing",
          "Metered prices must be backed by a meter: provide " + recurring.path("meter") + ".",
          recurring.path("meter"));
    }
    if (usage.equals("licensed") && meter.isPresent()) {
      throw StripeError.invalid(
          "You may only set `meter` when `usage_type` is `metered`.", recurring.path("meter"));
    }
    meter.ifPresent(id -> work.get(Kind.METER, id, recurring.path("meter")));
  }

  /** Three years at most. */
  private static long count(Params recurring, String interval) {
    long count = recurring.integer("interval_count").orElse(1);
    long longest =
        switch (interval) {
          case "day" -> 1095;
          case "week" -> 156;
          case "month" -> 36;
          default -> 3;
        };
    if (count < 1 || count > longest) {
      throw StripeError.invalid(
          "Invalid recurring interval count: at most three years are possible.",
          recurring.path("interval_count"));
    }
    return count;
  }
}
