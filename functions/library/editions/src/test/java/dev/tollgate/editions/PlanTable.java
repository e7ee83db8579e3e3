package dev.tollgate.editions;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the plans of an edition in lines that can be held against the product's own tables. */
final class PlanTable {
  private PlanTable() {}

  /** Key, price in minor units, seats, limits and features, one line each, in order of offer. */
  static String of(Edition edition) {
    return edition.plansOnOffer().stream()
        .map(PlanTable::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Plan plan) {
    return "%s%s | %s | seats %s | %s | %s"
        .formatted(
            plan.key(),
            plan.recommended() ? "*" : "",
            price(plan.price()),
            limit(plan.seats()),
            plan.limits().entrySet().stream()
                .map(entry -> entry.getKey().key() + " " + limit(entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", ")),
            features(plan));
  }

  private static String features(Plan plan) {
    return plan.features().containsValue(true)
        ? plan.features().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(", "))
        : "-";
  }

  private static String price(Price price) {
    return switch (price) {
      case Price.Free() -> "free";
      case Price.ByAgreement() -> "by agreement";
      case Price.Monthly monthly ->
          monthly.monthlyCents()
              + (monthly.annualCents().isPresent() ? "/" + monthly.annualCents().getAsLong() : "")
              + (monthly.perSeat() ? " a seat" : "");
    };
  }

  private static String limit(Limit limit) {
    return switch (limit) {
      case Limit.Unlimited() -> "unlimited";
      case Limit.AtMost(long value) -> Long.toString(value);
    };
  }
}
