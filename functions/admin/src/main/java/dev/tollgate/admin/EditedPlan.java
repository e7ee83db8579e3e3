package dev.tollgate.admin;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.ProviderPrices;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A plan after an edit that breaks no rule. Pure. */
final class EditedPlan {
  private EditedPlan() {}

  static ListedPlan of(ListedPlan listed, PlanEdit edit) {
    Plan changed = plan(listed.plan(), edit);
    return new ListedPlan(
        changed, stillMatching(listed.prices(), listed.plan(), changed), listed.version());
  }

  private static Plan plan(Plan old, PlanEdit edit) {
    Map<Meter, Limit> limits = new LinkedHashMap<>(old.limits());
    if (edit.limits() != null) {
      edit.limits().byMeter().forEach((key, number) -> limits.put(new Meter(key), limit(number)));
    }
    return new Plan(
        old.key(),
        edit.displayName() == null ? old.displayName() : edit.displayName().strip(),
        edit.description() == null ? old.description() : edit.description().strip(),
        price(old.price(), edit),
        limits.getOrDefault(Meter.USERS, old.seats()),
        limits,
        old.features(),
        edit.sortOrder() == null ? old.sortOrder() : Math.toIntExact(edit.sortOrder()),
        Objects.requireNonNullElse(edit.isPublic(), old.isPublic()),
        Objects.requireNonNullElse(edit.archived(), old.archived()),
        old.recommended());
  }

  private static Limit limit(@Nullable Long number) {
    return number == null ? new Limit.Unlimited() : new Limit.AtMost(number);
  }

  private static Price price(Price old, PlanEdit edit) {
    Long monthly = edit.monthlyPriceCents();
    return switch (old) {
      case Price.Free free -> free;
      case Price.Monthly before ->
          new Price.Monthly(
              monthly == null ? before.monthlyCents() : monthly,
              annual(before.annualCents(), edit),
              before.perSeat());
      case Price.ByAgreement agreed ->
          monthly == null
              ? agreed
              : new Price.Monthly(monthly, annual(OptionalLong.empty(), edit), false);
    };
  }

  private static OptionalLong annual(OptionalLong before, PlanEdit edit) {
    Long annual = edit.annualPriceCents();
    if (annual == null) {
      return before;
    }
    return annual == 0 ? OptionalLong.empty() : OptionalLong.of(annual);
  }

  /**
   * A price at the provider stands for one amount: after a change of ours nobody can check out by
   * it before the next sync has found or made the right one.
   */
  private static ProviderPrices stillMatching(ProviderPrices prices, Plan old, Plan changed) {
    Map<Meter, String> overage = new HashMap<>(prices.overage());
    overage.keySet().removeIf(meter -> !old.limit(meter).equals(changed.limit(meter)));
    return new ProviderPrices(
        monthly(old).equals(monthly(changed)) ? prices.monthly() : Optional.empty(),
        annual(old).equals(annual(changed)) ? prices.annual() : Optional.empty(),
        overage);
  }

  private static OptionalLong monthly(Plan plan) {
    return plan.price() instanceof Price.Monthly price
        ? OptionalLong.of(price.monthlyCents())
        : OptionalLong.empty();
  }

  private static OptionalLong annual(Plan plan) {
    return plan.price() instanceof Price.Monthly price ? price.annualCents() : OptionalLong.empty();
  }
}
