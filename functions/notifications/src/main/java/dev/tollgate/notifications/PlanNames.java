package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.kernel.Money;
import java.util.Optional;
import java.util.function.Function;

/** What the plans are called and cost now. */
final class PlanNames {
  private final Function<String, Optional<Plan>> plans;
  private final String currency;

  /**
   * @param plans by key
   */
  PlanNames(Function<String, Optional<Plan>> plans, String currency) {
    this.plans = plans;
    this.currency = currency;
  }

  static PlanNames asShipped(Edition edition) {
    return new PlanNames(edition::findPlan, edition.currency());
  }

  /** By the key where there is no such plan any more. */
  Shown name(String key) {
    return plans
        .apply(key)
        .<Shown>map(plan -> new Shown.Text(plan.displayName()))
        .orElseGet(() -> new Shown.Typed(key));
  }

  /** Of one month. */
  Shown price(String key) {
    return plans
        .apply(key)
        .map(plan -> price(plan.price()))
        .orElseGet(() -> Shown.Said.of(Phrase.AGREED_PRICE));
  }

  private Shown price(Price price) {
    return switch (price) {
      case Price.Free _ -> new Shown.Amount(new Money(0, currency));
      case Price.ByAgreement _ -> Shown.Said.of(Phrase.AGREED_PRICE);
      case Price.Monthly monthly -> {
        Shown amount = new Shown.Amount(new Money(monthly.monthlyCents(), currency));
        yield monthly.perSeat() ? Shown.Said.of(Phrase.PER_SEAT, "amount", amount) : amount;
      }
    };
  }
}
