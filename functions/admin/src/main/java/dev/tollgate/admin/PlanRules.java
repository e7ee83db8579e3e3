package dev.tollgate.admin;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an edit of a plan may not do; every rule that it breaks is reported. */
final class PlanRules {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_DESCRIPTION = 500;
  private static final long LAST_PLACE = 1_000_000;

  /** The payment provider takes eight digits. */
  private static final long HIGHEST_PRICE = 99_999_999;

  private final Edition edition;
  private final Plan plan;
  private final List<Violation> violations = new ArrayList<>();

  private PlanRules(Edition edition, Plan plan) {
    this.edition = edition;
    this.plan = plan;
  }

  static List<Violation> broken(PlanEdit edit, Plan plan, Edition edition) {
    PlanRules rules = new PlanRules(edition, plan);
    rules.text("display_name", edit.displayName(), 1, LONGEST_NAME);
    rules.text("description", edit.description(), 0, LONGEST_DESCRIPTION);
    rules.range("monthly_price_cents", edit.monthlyPriceCents(), HIGHEST_PRICE);
    rules.range("annual_price_cents", edit.annualPriceCents(), HIGHEST_PRICE);
    rules.range("sort_order", edit.sortOrder(), LAST_PLACE);
    rules.price(edit);
    if (edit.limits() != null) {
      rules.limits(edit.limits().byMeter());
    }
    return List.copyOf(rules.violations);
  }

  private void text(String field, @Nullable String text, int shortest, int longest) {
    if (text != null
        && (text.strip().length() < shortest
            || text.length() > longest
            || text.chars().anyMatch(Character::isISOControl))) {
      refuse(
          field,
          "must be " + shortest + " to " + longest + " characters without control characters");
    }
  }

  private void range(String field, @Nullable Long number, long highest) {
    if (number != null && (number < 0 || number > highest)) {
      refuse(field, "must be a whole number from 0 to " + highest);
    }
  }

  /** Tenants have a free plan without a contract, and contracts name priced plans: both stay so. */
  private void price(PlanEdit edit) {
    Long monthly = edit.monthlyPriceCents();
    Long annual = edit.annualPriceCents();
    if (monthly != null && plan.isFree() != (monthly == 0)) {
      refuse("monthly_price_cents", "must keep a free plan free, and a priced one priced");
    }
    boolean priced =
        plan.price() instanceof Price.Monthly
            || (plan.price() instanceof Price.ByAgreement && monthly != null);
    if (annual != null && annual > 0 && !priced) {
      refuse("annual_price_cents", "goes with a monthly price");
    }
  }

  private void limits(Map<String, @Nullable Long> byMeter) {
    if (byMeter.keySet().stream().anyMatch(key -> edition.findMeter(key).isEmpty())) {
      refuse("limits", "may name these only: " + known());
    }
    byMeter.forEach(
        (meter, number) -> {
          if (number != null && number < 0 && edition.findMeter(meter).isPresent()) {
            refuse("limits." + meter, "must be zero or more, or null for unlimited");
          }
        });
  }

  private String known() {
    return edition.meters().stream()
        .map(MeterPolicy::meter)
        .map(meter -> meter.key())
        .collect(Collectors.joining(", "));
  }

  private void refuse(String field, String message) {
    violations.add(new Violation(field, message));
  }
}
