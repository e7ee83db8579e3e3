package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A step of a tiered price.
 *
 * @param last the last unit the tier holds; the open tier at the end holds every further one
 * @param flat cents charged once when the tier is reached
 */
record Tier(Bound last, BigDecimal unit, BigDecimal flat) {
  /** Where a tier ends. */
  sealed interface Bound {
    /** It holds the units up to this one, included. */
    record UpTo(long unit) implements Bound {}

    /** It never ends. */
    record Open() implements Bound {}
  }

  static Tier of(JsonNode tier) {
    JsonNode last = tier.path("up_to");
    return new Tier(
        last.isNumber() ? new Bound.UpTo(last.longValue()) : new Bound.Open(),
        cents(tier, "unit_amount"),
        cents(tier, "flat_amount"));
  }

  /** Whether it holds the unit. */
  boolean holds(long unitNumber) {
    return switch (last) {
      case Bound.UpTo(long end) -> unitNumber <= end;
      case Bound.Open() -> true;
    };
  }

  /**
   * How many of {@code quantity} units lie in this tier, the tiers below it ending at {@code
   * below}.
   */
  long share(long quantity, long below) {
    long end =
        switch (last) {
          case Bound.UpTo(long unitNumber) -> Math.min(quantity, unitNumber);
          case Bound.Open() -> quantity;
        };
    return Math.max(0, end - below);
  }

  /** {@code <name>_decimal} if given, else {@code <name>}, else 0. */
  static BigDecimal cents(JsonNode node, String name) {
    String decimal = node.path(name + "_decimal").asText("");
    if (!decimal.isEmpty() && !decimal.equals("null")) {
      return new BigDecimal(decimal);
    }
    return BigDecimal.valueOf(node.path(name).asLong(0));
  }
}
