package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.ProviderCatalogue.FoundPrice;
import dev.tollgate.core.billing.ProviderCatalogue.Overage;
import dev.tollgate.core.billing.ProviderCatalogue.PriceSpec;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
  private static final String NAME = "pm33_fresh_annual";

  private final Provider provider = new Provider();
  private final String product =
      provider.catalogue.createProduct("fresh", "Fresh", "Everything new", "product-fresh");

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void aPriceIsFoundAsItWasMade() {
    String price = provider.catalogue.createPrice(annual(49900), product, "price-1");
    assertThat(find(NAME))
        .contains(
            new FoundPrice(
                price,
                Optional.of(NAME),
                "USD",
                BillingInterval.ANNUAL,
                OptionalLong.of(49900),
                OptionalLong.empty()));
  }

  @Test
  void aPriceByUsageSaysWhatIsIncluded() {
    String meter = provider.catalogue.findMeter(Provider.EVENT_NAME).orElseThrow();
    provider.catalogue.createPrice(usage("some", meter, 500), product, "price-some");
    provider.catalogue.createPrice(usage("none", meter, 0), product, "price-none");
    assertThat(find("some").map(FoundPrice::included)).contains(OptionalLong.of(500));
    assertThat(find("some").map(FoundPrice::unitAmount)).contains(OptionalLong.of(8));
    assertThat(find("none").map(FoundPrice::included)).contains(OptionalLong.of(0));
    assertThat(find("none").map(FoundPrice::unitAmount)).contains(OptionalLong.of(8));
  }

  @Test
  void theSameKeyMakesTheSameThing() {
    assertThat(
            provider.catalogue.createProduct("fresh", "Fresh", "Everything new", "product-fresh"))
        .isEqualTo(product);
    String price = provider.catalogue.createPrice(annual(49900), product, "price-1");
    assertThat(provider.catalogue.createPrice(annual(49900), product, "price-1")).isEqualTo(price);
    assertThat(provider.raw(stripe -> stripe.v1().prices().retrieve(price)).getActive()).isTrue();
  }

  @Test
  void anotherAmountTakesTheNameAndRetiresThePriceBefore() {
    String cheap = provider.catalogue.createPrice(annual(49900), product, "price-1");
    String dear = provider.catalogue.createPrice(annual(59900), product, "price-2");
    assertThat(find(NAME).map(FoundPrice::id)).contains(dear);
    assertThat(provider.raw(stripe -> stripe.v1().prices().retrieve(cheap)).getActive()).isFalse();
  }

  @Test
  void goingBackToAnEarlierAmountRevivesItsPrice() {
    String cheap = provider.catalogue.createPrice(annual(49900), product, "price-1");
    String dear = provider.catalogue.createPrice(annual(59900), product, "price-2");
    assertThat(provider.catalogue.createPrice(annual(49900), product, "price-1")).isEqualTo(cheap);
    assertThat(find(NAME).map(FoundPrice::id)).contains(cheap);
    assertThat(provider.raw(stripe -> stripe.v1().prices().retrieve(dear)).getActive()).isFalse();
  }

  @Test
  void aMeterThatNobodyMadeIsNotFound() {
    assertThat(provider.catalogue.findMeter("pm33_nothing")).isEmpty();
  }

  private static PriceSpec annual(long amount) {
    return new PriceSpec(NAME, "fresh", "USD", BillingInterval.ANNUAL, amount, Optional.empty());
  }

  private static PriceSpec usage(String name, String meter, long included) {
    return new PriceSpec(
        name,
        "fresh",
        "USD",
        BillingInterval.MONTHLY,
        8,
        Optional.of(new Overage(Provider.METER, meter, included)));
  }

  private Optional<FoundPrice> find(String lookupKey) {
    return provider.catalogue.products().stream()
        .flatMap(each -> each.prices().stream())
        .filter(price -> price.lookupKey().equals(Optional.of(lookupKey)))
        .findFirst();
  }
}
