package dev.tollgate.stripelocal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.wire.Fields;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a price charges: one amount a unit, or amounts by tier. */
final class UnitAmounts {
  private static final int MOST_PLACES = 12;

  private UnitAmounts() {}

  static void set(ObjectNode price, Params params) {
    boolean tiered = params.text("billing_scheme").orElse("per_unit").equals("tiered");
    price.put("billing_scheme", tiered ? "tiered" : "per_unit");
    price.set("custom_unit_amount", custom(params));
    List<Params> tiers = params.each("tiers");
    if (tiered) {
      price.put("tiers_mode", params.require("tiers_mode"));
      price.putNull("unit_amount").putNull("unit_amount_decimal");
      price.set("_tiers", tiers(params, tiers));
      return;
    }
    if (!tiers.isEmpty()) {
      throw StripeError.invalid(
          "`tiers` may only be given when `billing_scheme` is `tiered`.", "tiers");
    }
    price.putNull("tiers_mode");
    if (params.in("custom_unit_amount").isPresent()) {
      price.putNull("unit_amount").putNull("unit_amount_decimal");
      return;
    }
    BigDecimal amount = amount(params, "unit_amount").orElseThrow(() -> missing(params));
    put(price, "unit_amount", amount);
  }

  private static StripeError missing(Params params) {
    return StripeError.invalid(
        "parameter_missing",
        "You must provide one of: unit_amount, unit_amount_decimal, custom_unit_amount.",
        params.path("unit_amount"));
  }

  static JsonNode transform(Params params) {
    return params
        .in("transform_quantity")
        .<JsonNode>map(
            given -> {
              ObjectNode transform = Json.object();
              Fields.number(transform, given, "divide_by");
              Fields.texts(transform, given, "round");
              return transform;
            })
        .orElse(NullNode.instance);
  }

  private static JsonNode custom(Params params) {
    return params
        .in("custom_unit_amount")
        .<JsonNode>map(
            given -> {
              ObjectNode custom = Json.object();
              Fields.number(custom, given, "maximum");
              Fields.number(custom, given, "minimum");
              Fields.number(custom, given, "preset");
              return custom;
            })
        .orElse(NullNode.instance);
  }

  private static ArrayNode tiers(Params params, List<Params> given) {
    if (given.isEmpty()) {
      throw StripeError.invalid("parameter_missing", "Missing required param: tiers.", "tiers");
    }
    ArrayNode tiers = Json.array();
    long below = 0;
    for (int i = 0; i < given.size(); i++) {
      Params tier = given.get(i);
      boolean last = i == given.size() - 1;
      boolean open = tier.require("up_to").equals("inf");
      if (open != last) {
        throw StripeError.invalid(
            "The last tier, and no other, must have up_to=inf.", params.path("tiers"));
      }
      ObjectNode entry = Json.object();
      put(entry, "flat_amount", amount(tier, "flat_amount").orElse(null));
      put(entry, "unit_amount", amount(tier, "unit_amount").orElse(null));
      if (open) {
        entry.putNull("up_to");
      } else {
        long upTo = tier.integer("up_to").orElseThrow();
        if (upTo <= below) {
          throw StripeError.invalid("Tiers must be in ascending order.", tier.path("up_to"));
        }
        below = upTo;
        entry.put("up_to", upTo);
      }
      tiers.add(entry);
    }
    return tiers;
  }

  /** {@code name} in whole minor units, or {@code name_decimal} with up to 12 places. */
  private static Optional<BigDecimal> amount(Params params, String name) {
    Optional<String> whole = params.text(name);
    Optional<String> decimal = params.text(name + "_decimal");
    if (whole.isPresent() && decimal.isPresent()) {
      throw StripeError.invalid(
          "parameters_exclusive",
          "You may only specify one of these parameters: " + name + ", " + name + "_decimal.",
          params.path(name));
    }
    Optional<BigDecimal> amount = whole.or(() -> decimal).map(BigDecimal::new);
    amount
        .filter(value -> value.signum() < 0 || value.stripTrailingZeros().scale() > MOST_PLACES)
        .ifPresent(
            _ -> {
              throw StripeError.invalid(
                  "parameter_invalid_integer", "Invalid non-negative amount.", params.path(name));
            });
    return amount;
  }

  /** Both notations; the whole one is null when the amount has a fraction. */
  private static void put(ObjectNode object, String name, @Nullable BigDecimal amount) {
    if (amount == null) {
      object.putNull(name).putNull(name + "_decimal");
      return;
    }
    BigDecimal stripped = amount.stripTrailingZeros();
    if (stripped.scale() <= 0) {
      object.put(name, stripped.longValueExact());
    } else {
      object.putNull(name);
    }
    object.put(name + "_decimal", stripped.toPlainString());
  }
}
