package dev.tollgate.stripelocal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.model.Product;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.PriceRetrieveParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.service.PriceService;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

interface CatalogueScenarios extends Scenarios {
  @Test
  default void aLookupKeyMovesToTheNewPrice() throws Exception {
    String key = target().unique("pro_monthly");
    Product product = product();
    Price old = seat(product, 4900, key, false);
    Price next = seat(product, 5900, key, true);

    assertThat(prices().retrieve(old.getId()).getLookupKey()).isNull();
    assertThat(prices().list(PriceListParams.builder().addLookupKey(key).build()).getData())
        .extracting(Price::getId)
        .containsExactly(next.getId());
  }

  @Test
  default void tiersAreThereOnlyWhenAskedFor() throws Exception {
    Price price =
        prices()
            .create(
                PriceCreateParams.builder()
                    .setCurrency("usd")
                    .setProduct(product().getId())
                    .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
                    .setTiersMode(PriceCreateParams.TiersMode.GRADUATED)
                    .setRecurring(
                        PriceCreateParams.Recurring.builder()
                            .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                            .build())
                    .addTier(
                        PriceCreateParams.Tier.builder().setUpTo(1000L).setUnitAmount(0L).build())
                    .addTier(
                        PriceCreateParams.Tier.builder()
                            .setUpTo(PriceCreateParams.Tier.UpTo.INF)
                            .setUnitAmountDecimal(new BigDecimal("0.5"))
                            .build())
                    .build());
    assertThat(price.getTiers()).isNull();
    assertThat(price.getUnitAmount()).isNull();

    Price whole =
        prices().retrieve(price.getId(), PriceRetrieveParams.builder().addExpand("tiers").build());
    assertThat(whole.getTiers()).extracting(Price.Tier::getUpTo).containsExactly(1000L, null);
    assertThat(whole.getTiers().getLast().getUnitAmount()).isNull();
    assertThat(whole.getTiers().getLast().getUnitAmountDecimal())
        .isEqualByComparingTo(new BigDecimal("0.5"));
  }

  private Product product() throws StripeException {
    return target()
        .client()
        .v1()
        .products()
        .create(ProductCreateParams.builder().setName(target().unique("Contract")).build());
  }

  private Price seat(Product product, long amount, String key, boolean transfer)
      throws StripeException {
    return prices()
        .create(
            PriceCreateParams.builder()
                .setCurrency("usd")
                .setProduct(product.getId())
                .setUnitAmount(amount)
                .setLookupKey(key)
                .setTransferLookupKey(transfer)
                .setRecurring(
                    PriceCreateParams.Recurring.builder()
                        .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                        .build())
                .build());
  }

  private PriceService prices() {
    return target().client().v1().prices();
  }
}
