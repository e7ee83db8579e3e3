package dev.tollgate.stripe;

import com.stripe.model.Price;
import com.stripe.model.Subscription;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which plan a price stands for: what the price itself says, else what the catalogue was matched
 * with, else what was bought with the subscription, else what the product says. The subscription
 * comes that late because the provider's pages change its price and leave its notes as they are.
 */
final class PlanNames {
  private final StripeApi api;
  private final PlanCatalogue catalogue;

  PlanNames(StripeApi api, PlanCatalogue catalogue) {
    this.api = api;
    this.catalogue = catalogue;
  }

  Optional<String> of(Subscription subscription, Price price) {
    return noted(price.getMetadata(), Metadata.PRICE_PLAN)
        .or(() -> matched(price.getId()))
        .or(() -> noted(subscription.getMetadata(), Metadata.PLAN))
        .or(() -> ofProduct(price.getProduct()));
  }

  /** By the catalogue alone. */
  Optional<String> matched(String price) {
    return catalogue.all().stream()
        .filter(listed -> has(listed.prices(), price))
        .map(ListedPlan::plan)
        .map(plan -> plan.key())
        .findFirst();
  }

  private static boolean has(ProviderPrices prices, String price) {
    return prices.monthly().filter(price::equals).isPresent()
        || prices.annual().filter(price::equals).isPresent();
  }

  private Optional<String> ofProduct(@Nullable String product) {
    return Wire.text(product)
        .flatMap(id -> api.find("show the product", stripe -> stripe.v1().products().retrieve(id)))
        .flatMap(found -> noted(found.getMetadata(), Metadata.PRICE_PLAN));
  }

  private static Optional<String> noted(@Nullable Map<String, String> metadata, String name) {
    return Optional.ofNullable(metadata).flatMap(notes -> Wire.text(notes.get(name)));
  }
}
