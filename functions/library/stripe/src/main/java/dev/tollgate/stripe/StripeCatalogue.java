package dev.tollgate.stripe;

import com.stripe.model.Price;
import com.stripe.param.PriceListParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.ProductListParams;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.editions.Meter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Products, prices and meters at Stripe. */
final class StripeCatalogue implements ProviderCatalogue {
  private final StripeApi api;
  private final Meters meters;
  private final PriceMaking making;

  StripeCatalogue(StripeApi api, Meters meters) {
    this.api = api;
    this.meters = meters;
    this.making = new PriceMaking(api);
  }

  @Override
  public List<Product> products() {
    ProductListParams active =
        ProductListParams.builder().setActive(true).setLimit(StripeApi.PAGE).build();
    List<com.stripe.model.Product> products =
        api.call("list products", stripe -> StripeApi.all(stripe.v1().products().list(active)));
    Map<String, List<Price>> prices =
        prices().stream().collect(Collectors.groupingBy(Price::getProduct));
    return products.stream()
        .map(
            product ->
                new Product(
                    product.getId(),
                    Wire.text(product.getName()).orElse(""),
                    prices.getOrDefault(product.getId(), List.of()).stream()
                        .flatMap(price -> PriceReader.read(price).stream())
                        .toList()))
        .toList();
  }

  private List<Price> prices() {
    PriceListParams active =
        PriceListParams.builder()
            .setActive(true)
            .setType(PriceListParams.Type.RECURRING)
            .addExpand("data.tiers")
            .setLimit(StripeApi.PAGE)
            .build();
    return api.call("list prices", stripe -> StripeApi.all(stripe.v1().prices().list(active)));
  }

  @Override
  public String createProduct(String plan, String name, String description, String key) {
    ProductCreateParams.Builder product =
        ProductCreateParams.builder().setName(name).putMetadata(Metadata.PRICE_PLAN, plan);
    Wire.text(description).ifPresent(product::setDescription);
    return api.call(
            "make a product",
            stripe -> stripe.v1().products().create(product.build(), StripeApi.keyed(key)))
        .getId();
  }

  @Override
  public String createPrice(PriceSpec spec, String product, String key) {
    return making.make(spec, product, key);
  }

  @Override
  public Optional<String> findMeter(String eventName) {
    return meters.find(eventName);
  }

  @Override
  public String createMeter(Meter meter, String displayName, String eventName, String key) {
    return meters.create(displayName, eventName, key);
  }
}
