package dev.tollgate.stripe;

import com.stripe.model.Price;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Recurring;
import com.stripe.param.PriceCreateParams.Tier;
import com.stripe.param.PriceListParams;
import com.stripe.param.PriceUpdateParams;
import dev.tollgate.core.billing.ProviderCatalogue.Overage;
import dev.tollgate.core.billing.ProviderCatalogue.PriceSpec;
import java.util.List;

/** Makes a price. What it costs can never be changed, so another amount is another price. */
final class PriceMaking {
  private final StripeApi api;

  PriceMaking(StripeApi api) {
    this.api = api;
  }

  /** Whoever has a subscription by the price that lost its key keeps it; nobody else gets it. */
  String make(PriceSpec spec, String product, String key) {
    List<Price> before = holders(spec.lookupKey());
    String made =
        api.call(
                "make a price",
                stripe -> stripe.v1().prices().create(price(spec, product), StripeApi.keyed(key)))
            .getId();
    revive(made, spec);
    before.stream().map(Price::getId).filter(id -> !id.equals(made)).forEach(this::retire);
    return made;
  }

  private List<Price> holders(String lookupKey) {
    PriceListParams named = PriceListParams.builder().addLookupKey(lookupKey).build();
    return api.call("list prices", stripe -> stripe.v1().prices().list(named)).getData();
  }

  /** Going back to an earlier amount within a day, the key finds the price made for it then. */
  private void revive(String id, PriceSpec spec) {
    Price present = api.call("show a price", stripe -> stripe.v1().prices().retrieve(id));
    if (Boolean.TRUE.equals(present.getActive())
        && spec.lookupKey().equals(present.getLookupKey())) {
      return;
    }
    update(
        id,
        PriceUpdateParams.builder()
            .setActive(true)
            .setLookupKey(spec.lookupKey())
            .setTransferLookupKey(true));
  }

  private void retire(String id) {
    update(id, PriceUpdateParams.builder().setActive(false));
  }

  private void update(String id, PriceUpdateParams.Builder change) {
    api.call("update a price", stripe -> stripe.v1().prices().update(id, change.build()));
  }

  private static PriceCreateParams price(PriceSpec spec, String product) {
    PriceCreateParams.Builder price =
        PriceCreateParams.builder()
            .setProduct(product)
            .setCurrency(Wire.lower(spec.currency()))
            .setLookupKey(spec.lookupKey())
            .setTransferLookupKey(true)
            .putMetadata(Metadata.PRICE_PLAN, spec.plan());
    Recurring.Builder recurring = Recurring.builder().setInterval(Intervals.of(spec.interval()));
    spec.usage()
        .ifPresent(
            usage -> recurring.setUsageType(Recurring.UsageType.METERED).setMeter(usage.meterId()));
    price.setRecurring(recurring.build());
    long included = spec.usage().map(Overage::included).orElse(0L);
    if (included == 0) {
      return price.setUnitAmount(spec.unitAmount()).build();
    }
    return price
        .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
        .setTiersMode(PriceCreateParams.TiersMode.GRADUATED)
        .addTier(Tier.builder().setUpTo(included).setUnitAmount(0L).build())
        .addTier(Tier.builder().setUpTo(Tier.UpTo.INF).setUnitAmount(spec.unitAmount()).build())
        .build();
  }
}
