package dev.tollgate.core.billing;

import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a plan can be bought as somebody wishes, and by which prices. */
sealed interface Sellable {

  record Yes(ListedPlan listed, String price, int seats) implements Sellable {
    List<Checkouts.Line> lines() {
      List<Checkouts.Line> lines = new ArrayList<>();
      lines.add(new Checkouts.Line(price, OptionalInt.of(seats)));
      listed.prices().overage().values().stream()
          .sorted()
          .forEach(metered -> lines.add(new Checkouts.Line(metered, OptionalInt.empty())));
      return lines;
    }
  }

  record No(List<Violation> violations) implements Sellable {
    static No because(String field, String message) {
      return new No(List.of(new Violation(field, message)));
    }
  }

  /** It is on offer, but the payment provider has no price for it yet. */
  record NotMatched() implements Sellable {}

  static Sellable of(PlanCatalogue catalogue, OpeningCheckout.Wish wish) {
    return of(catalogue.find(wish.plan()).filter(found -> !found.plan().archived()), wish);
  }

  /** The same of what somebody was given before: it may be off the shelf by now. */
  static Sellable given(PlanCatalogue catalogue, OpeningCheckout.Wish wish) {
    return of(catalogue.find(wish.plan()), wish);
  }

  private static Sellable of(Optional<ListedPlan> listed, OpeningCheckout.Wish wish) {
    if (listed.isEmpty()) {
      return No.because("plan", "is not a plan");
    }
    Plan plan = listed.get().plan();
    if (!(plan.price() instanceof Price.Monthly price)) {
      return No.because("plan", "has no price that can be paid here");
    }
    if (wish.interval() == BillingInterval.ANNUAL && price.annualCents().isEmpty()) {
      return No.because("billing_interval", "is not offered for this plan");
    }
    int seats = wish.seats().orElse(1);
    if (seats < 1) {
      return No.because("seats", "must be at least 1");
    }
    if (!price.perSeat() && seats != 1) {
      return No.because("seats", "cannot be chosen: this plan has one price for all its people");
    }
    if (!plan.seats().allows(seats)) {
      return No.because("seats", "are more than this plan allows");
    }
    return listed
        .get()
        .prices()
        .of(wish.interval())
        .<Sellable>map(id -> new Yes(listed.get(), id, seats))
        .orElseGet(NotMatched::new);
  }
}
