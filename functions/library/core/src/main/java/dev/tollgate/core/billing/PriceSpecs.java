package dev.tollgate.core.billing;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which prices a plan needs at the payment provider, and how they are called there. */
final class PriceSpecs {
  private final Edition edition;

  PriceSpecs(Edition edition) {
    this.edition = edition;
  }

  /** The plan's own price, by the month and by the year; none where it is not sold. */
  List<ProviderCatalogue.PriceSpec> own(Plan plan) {
    List<ProviderCatalogue.PriceSpec> specs = new ArrayList<>();
    if (plan.price() instanceof Price.Monthly price) {
      specs.add(spec(plan, BillingInterval.MONTHLY, price.monthlyCents()));
      price.annualCents().ifPresent(cents -> specs.add(spec(plan, BillingInterval.ANNUAL, cents)));
    }
    return specs;
  }

  /** Meters that are billed beyond the plan; one without a limit never is. */
  List<MeterPolicy> overage(Plan plan) {
    if (!(plan.price() instanceof Price.Monthly)) {
      return List.of();
    }
    return edition.meters().stream()
        .filter(policy -> policy.enforcement() == Enforcement.OVERAGE)
        .filter(policy -> plan.limit(policy.meter()) instanceof Limit.AtMost)
        .toList();
  }

  ProviderCatalogue.PriceSpec overage(Plan plan, MeterPolicy policy, String meterId) {
    long included = plan.limit(policy.meter()) instanceof Limit.AtMost(long most) ? most : 0;
    return new ProviderCatalogue.PriceSpec(
        lookupKey(plan, policy.meter().key() + "_overage"),
        plan.key(),
        edition.currency(),
        BillingInterval.MONTHLY,
        policy.unitPriceCents().orElseThrow(),
        Optional.of(new ProviderCatalogue.Overage(policy.meter(), meterId, included)));
  }

  String eventName(MeterPolicy policy) {
    return edition.key() + "_" + policy.meter().key();
  }

  private ProviderCatalogue.PriceSpec spec(Plan plan, BillingInterval interval, long cents) {
    return new ProviderCatalogue.PriceSpec(
        lookupKey(plan, interval.wireName()),
        plan.key(),
        edition.currency(),
        interval,
        cents,
        Optional.empty());
  }

  private String lookupKey(Plan plan, String what) {
    return edition.key() + "_" + plan.key() + "_" + what;
  }
}
