package dev.tollgate.core.billing;

import dev.tollgate.core.editions.Plan;
import java.util.List;
import java.util.Optional;

/** Finds one plan's prices among the provider's. */
final class PriceMatch {
  private final ProviderCatalogue theirs;
  private final List<ProviderCatalogue.Product> products;
  private final Plan plan;
  private final boolean create;

  PriceMatch(
      ProviderCatalogue theirs,
      List<ProviderCatalogue.Product> products,
      Plan plan,
      boolean create) {
    this.theirs = theirs;
    this.products = products;
    this.plan = plan;
    this.create = create;
  }

  SyncingPlans.Line find(ProviderCatalogue.PriceSpec spec) {
    Optional<ProviderCatalogue.FoundPrice> named =
        products.stream()
            .flatMap(product -> product.prices().stream())
            .filter(price -> price.lookupKey().equals(Optional.of(spec.lookupKey())))
            .findFirst();
    if (named.isPresent()) {
      return fits(named.get(), spec)
          ? line(spec, SyncingPlans.Match.BY_LOOKUP_KEY, named.get().id())
          : otherwise(spec, SyncingPlans.Match.DIFFERS);
    }
    List<ProviderCatalogue.FoundPrice> fitting =
        products.stream()
            .filter(product -> product.name().equals(plan.displayName()))
            .flatMap(product -> product.prices().stream())
            .filter(price -> price.lookupKey().isEmpty() && fits(price, spec))
            .toList();
    return switch (fitting.size()) {
      case 0 -> otherwise(spec, SyncingPlans.Match.MISSING);
      case 1 -> line(spec, SyncingPlans.Match.BY_NAME, fitting.getFirst().id());
      default -> otherwise(spec, SyncingPlans.Match.AMBIGUOUS);
    };
  }

  private static boolean fits(
      ProviderCatalogue.FoundPrice price, ProviderCatalogue.PriceSpec spec) {
    return price.currency().equals(spec.currency())
        && price.interval() == spec.interval()
        && price.unitAmount().orElse(-1) == spec.unitAmount()
        && spec.usage()
            .map(usage -> price.included().orElse(-1) == usage.included())
            .orElse(price.included().isEmpty());
  }

  private SyncingPlans.Line otherwise(ProviderCatalogue.PriceSpec spec, SyncingPlans.Match found) {
    if (!create || found == SyncingPlans.Match.AMBIGUOUS) {
      return new SyncingPlans.Line(plan.key(), spec.lookupKey(), found, Optional.empty());
    }
    String made =
        theirs.createPrice(
            spec,
            product(),
            "price-"
                + spec.lookupKey()
                + "-"
                + spec.currency()
                + "-"
                + spec.unitAmount()
                + spec.usage().map(usage -> "-" + usage.included()).orElse(""));
    return line(spec, SyncingPlans.Match.CREATED, made);
  }

  private String product() {
    return products.stream()
        .filter(product -> product.name().equals(plan.displayName()))
        .map(ProviderCatalogue.Product::id)
        .findFirst()
        .orElseGet(
            () ->
                theirs.createProduct(
                    plan.key(), plan.displayName(), plan.description(), "product-" + plan.key()));
  }

  private SyncingPlans.Line line(
      ProviderCatalogue.PriceSpec spec, SyncingPlans.Match match, String price) {
    return new SyncingPlans.Line(plan.key(), spec.lookupKey(), match, Optional.of(price));
  }
}
