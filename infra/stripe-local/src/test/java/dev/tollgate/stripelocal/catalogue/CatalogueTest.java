package dev.tollgate.stripelocal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.model.Product;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.PriceUpdateParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.ProductListParams;
import com.stripe.param.ProductUpdateParams;
import com.stripe.service.PriceService;
import com.stripe.service.ProductService;
import dev.tollgate.stripelocal.TestStripe;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private final TestStripe stripe = TestStripe.start();

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void aProductIsMadeChangedAndListed() throws Exception {
    Product made = product("Pro");
    Product changed =
        products()
            .update(
                made.getId(),
                ProductUpdateParams.builder()
                    .setUnitLabel("seat")
                    .putMetadata("tier", "pro")
                    .setActive(false)
                    .build());

    assertThat(changed.getUnitLabel()).isEqualTo("seat");
    assertThat(changed.getMetadata()).isEqualTo(Map.of("tier", "pro"));
    assertThat(products().retrieve(made.getId()).getActive()).isFalse();
    assertThat(products().list(ProductListParams.builder().setActive(true).build()).getData())
        .isEmpty();
    assertThat(products().list(ProductListParams.builder().addId(made.getId()).build()).getData())
        .hasSize(1);
    assertThat(stripe.events("product.created")).hasSize(1);
    assertThat(stripe.events("product.updated")).hasSize(1);
  }

  @Test
  void aProductMayBringItsDefaultPrice() throws Exception {
    Product made =
        products()
            .create(
                ProductCreateParams.builder()
                    .setName("Pro")
                    .setDefaultPriceData(
                        ProductCreateParams.DefaultPriceData.builder()
                            .setCurrency("usd")
                            .setUnitAmount(4900L)
                            .build())
                    .build());

    assertThat(prices().retrieve(made.getDefaultPrice()).getProduct()).isEqualTo(made.getId());
  }

  @Test
  void aProductWithPricesCannotBeDeleted() throws Exception {
    Product empty = product("Empty");
    Product sold = product("Sold");
    seat(sold, null, false);

    assertThat(products().delete(empty.getId()).getDeleted()).isTrue();
    assertThatThrownBy(() -> products().delete(sold.getId()))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> products().retrieve(empty.getId()))
        .hasMessageContaining("No such product");
  }

  @Test
  void aSeatPriceRecursMonthly() throws Exception {
    Price price = seat(product("Pro"), "pro_monthly", false);

    assertThat(price.getType()).isEqualTo("recurring");
    assertThat(price.getRecurring().getInterval()).isEqualTo("month");
    assertThat(price.getRecurring().getIntervalCount()).isEqualTo(1L);
    assertThat(price.getRecurring().getUsageType()).isEqualTo("licensed");
    assertThat(price.getUnitAmount()).isEqualTo(4900L);
    assertThat(price.getUnitAmountDecimal()).isEqualTo(new BigDecimal("4900"));
  }

  @Test
  void aFractionOfACentIsDecimalOnly() throws Exception {
    Price price =
        prices()
            .create(
                PriceCreateParams.builder()
                    .setCurrency("usd")
                    .setProduct(product("Ops").getId())
                    .setUnitAmountDecimal(new BigDecimal("0.80"))
                    .build());

    assertThat(price.getUnitAmount()).isNull();
    assertThat(price.getUnitAmountDecimal()).isEqualTo(new BigDecimal("0.8"));
    assertThat(price.getType()).isEqualTo("one_time");
  }

  @Test
  void aLookupKeyMovesOnlyWhenAskedTo() throws Exception {
    Product product = product("Pro");
    Price old = seat(product, "pro_monthly", false);
    assertThatThrownBy(() -> seat(product, "pro_monthly", false))
        .hasMessageContaining("already uses that lookup key");

    Price next = seat(product, "pro_monthly", true);

    assertThat(prices().retrieve(old.getId()).getLookupKey()).isNull();
    assertThat(
            prices().list(PriceListParams.builder().addLookupKey("pro_monthly").build()).getData())
        .extracting(Price::getId)
        .containsExactly(next.getId());
    assertThat(stripe.events("price.updated")).hasSize(1);
  }

  @Test
  void aPriceIsRetiredButItsAmountNeverChanges() throws Exception {
    Price price = seat(product("Pro"), null, false);

    assertThat(
            prices()
                .update(price.getId(), PriceUpdateParams.builder().setActive(false).build())
                .getActive())
        .isFalse();
    assertThat(stripe.raw("POST", "/v1/prices/" + price.getId(), "unit_amount=1").body())
        .contains("Received unknown parameter: unit_amount");
  }

  @ParameterizedTest(name = "{0} is refused for {1}")
  @CsvSource({
    "product=prod_x&unit_amount=1, product",
    "unit_amount=1, product",
    "product_data[name]=x, unit_amount",
    "product_data[name]=x&unit_amount=-1, unit_amount",
    "product_data[name]=x&unit_amount=1&unit_amount_decimal=1, unit_amount",
    "product_data[name]=x&unit_amount=1&tiers[0][up_to]=inf, tiers",
    "product_data[name]=x&billing_scheme=tiered&tiers_mode=graduated, tiers",
    "product_data[name]=x&billing_scheme=tiered&tiers_mode=graduated&tiers[0][up_to]=5, tiers",
    "product_data[name]=x&unit_amount=1&recurring[interval]=month&recurring[usage_type]=metered,"
        + " recurring[meter]",
    "product_data[name]=x&unit_amount=1&recurring[interval]=month&recurring[meter]=mtr_x,"
        + " recurring[meter]",
    "product_data[name]=x&unit_amount=1&recurring[interval]=month&recurring[usage_type]=metered&recurring[meter]=mtr_test_x,"
        + " recurring[meter]",
    "product_data[name]=x&unit_amount=1&recurring[interval]=year&recurring[interval_count]=4,"
        + " recurring[interval_count]"
  })
  void aPriceThatMakesNoSense(String form, String param) {
    var answer = stripe.raw("POST", "/v1/prices", "currency=usd&" + form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(dev.tollgate.stripelocal.ledger.Json.read(answer.body()).path("error").path("param"))
        .hasToString("\"" + param + "\"");
  }

  private Product product(String name) throws StripeException {
    return products().create(ProductCreateParams.builder().setName(name).build());
  }

  private Price seat(
      Product product, @org.jspecify.annotations.Nullable String key, boolean transfer)
      throws StripeException {
    PriceCreateParams.Builder params =
        PriceCreateParams.builder()
            .setCurrency("usd")
            .setProduct(product.getId())
            .setUnitAmount(4900L)
            .setRecurring(
                PriceCreateParams.Recurring.builder()
                    .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                    .build());
    if (key != null) {
      params.setLookupKey(key).setTransferLookupKey(transfer);
    }
    return prices().create(params.build());
  }

  private ProductService products() {
    return stripe.client().v1().products();
  }

  private PriceService prices() {
    return stripe.client().v1().prices();
  }
}
