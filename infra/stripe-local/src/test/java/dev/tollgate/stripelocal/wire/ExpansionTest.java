package dev.tollgate.stripelocal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Price;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.PriceRetrieveParams;
import com.stripe.param.ProductCreateParams;
import dev.tollgate.stripelocal.TestStripe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpansionTest {
  private final TestStripe stripe = TestStripe.start();

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void anIdBecomesAnObjectOnlyWhenAsked() throws Exception {
    Price plain = tiered();
    assertThat(plain.getProductObject()).isNull();
    assertThat(plain.getTiers()).isNull();

    Price whole =
        stripe
            .client()
            .v1()
            .prices()
            .retrieve(
                plain.getId(),
                PriceRetrieveParams.builder().addExpand("product").addExpand("tiers").build());
    assertThat(whole.getProductObject().getName()).isEqualTo("Operations");
    assertThat(whole.getTiers()).hasSize(2);
  }

  @Test
  void aListIsExpandedThroughItsData() throws Exception {
    tiered();

    assertThat(
            stripe
                .client()
                .v1()
                .prices()
                .list(PriceListParams.builder().addExpand("data.product.default_price").build())
                .getData()
                .getFirst()
                .getProductObject()
                .getName())
        .isEqualTo("Operations");
  }

  @Test
  void aCreateMayExpandItsAnswer() {
    assertThat(
            stripe
                .raw(
                    "POST",
                    "/v1/prices",
                    "currency=usd&unit_amount=8&product_data[name]=P&expand[0]=product")
                .body())
        .contains("\"object\" : \"product\"");
  }

  @Test
  void aRefusedExpansionLeavesNothingBehind() throws Exception {
    assertThat(
            stripe
                .raw(
                    "POST",
                    "/v1/prices",
                    "currency=usd&unit_amount=8&product_data[name]=P&expand[0]=prodct")
                .statusCode())
        .isEqualTo(400);
    assertThat(stripe.client().v1().products().list().getData()).isEmpty();
  }

  private Price tiered() throws Exception {
    String product =
        stripe
            .client()
            .v1()
            .products()
            .create(ProductCreateParams.builder().setName("Operations").build())
            .getId();
    return stripe
        .client()
        .v1()
        .prices()
        .create(
            PriceCreateParams.builder()
                .setCurrency("usd")
                .setProduct(product)
                .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
                .setTiersMode(PriceCreateParams.TiersMode.GRADUATED)
                .addTier(PriceCreateParams.Tier.builder().setUpTo(1000L).setUnitAmount(0L).build())
                .addTier(
                    PriceCreateParams.Tier.builder()
                        .setUpTo(PriceCreateParams.Tier.UpTo.INF)
                        .setUnitAmount(8L)
                        .build())
                .build());
  }
}
