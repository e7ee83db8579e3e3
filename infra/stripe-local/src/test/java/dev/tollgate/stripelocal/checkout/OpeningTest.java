package dev.tollgate.stripelocal.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.model.checkout.Session;
import com.stripe.param.PriceUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.param.checkout.SessionUpdateParams;
import dev.tollgate.stripelocal.TestStripe;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpeningTest {
  private static final long NOW = TestStripe.START.getEpochSecond();

  private final TestStripe stripe = TestStripe.start();
  private final Storefront shop = new Storefront(stripe);

  @AfterEach
  void close() {
    shop.close();
    stripe.close();
  }

  @Test
  void aSessionIsOpenForADayAndItsAddressEndsWithItsId() throws Exception {
    Session session =
        shop.open(
            shop.subscription().setClientReferenceId("ten_01").putMetadata("tenant_id", "ten_01"));

    assertThat(session.getId()).startsWith("cs_test_");
    assertThat(session.getUrl()).isEqualTo(stripe.server().baseUri() + "/pay/" + session.getId());
    assertThat(session.getStatus()).isEqualTo("open");
    assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
    assertThat(session.getExpiresAt()).isEqualTo(NOW + Duration.ofDays(1).toSeconds());
    assertThat(session.getAmountTotal()).isEqualTo(24_500);
    assertThat(session.getCurrency()).isEqualTo("usd");
    assertThat(session.getClientReferenceId()).isEqualTo("ten_01");
    assertThat(session.getMetadata()).containsEntry("tenant_id", "ten_01");
    assertThat(session.getUiMode()).isEqualTo("hosted_page");
    assertThat(session.getLineItems()).isNull();
    assertThat(shop.v1().subscriptions().list().getData()).isEmpty();
  }

  @Test
  void linesAreShownWhenAskedFor() throws Exception {
    Session session = shop.open(shop.subscription());

    assertThat(
            shop.v1()
                .checkout()
                .sessions()
                .retrieve(
                    session.getId(),
                    SessionRetrieveParams.builder()
                        .addExpand("line_items.data.price.product")
                        .build())
                .getLineItems()
                .getData())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getQuantity()).isEqualTo(5);
              assertThat(line.getAmountTotal()).isEqualTo(24_500);
              assertThat(line.getDescription()).isEqualTo("Pro");
              assertThat(line.getPrice().getProductObject().getName()).isEqualTo("Pro");
            });
    assertThat(shop.v1().checkout().sessions().lineItems().list(session.getId()).getData())
        .hasSize(1);
  }

  @Test
  void aTrialCostsNothingToday() throws Exception {
    Session session =
        shop.open(
            shop.subscription()
                .setSubscriptionData(SubscriptionData.builder().setTrialPeriodDays(14L).build()));

    assertThat(session.getAmountSubtotal()).isEqualTo(24_500);
    assertThat(session.getAmountTotal()).isZero();
  }

  @Test
  void aPriceCanBeMadeForTheSession() throws Exception {
    Session session = shop.open(Storefront.session(Mode.PAYMENT).addLineItem(domain("usd", 1499)));

    assertThat(session.getAmountTotal()).isEqualTo(1499);
    assertThat(session.getCustomerCreation()).isEqualTo("if_required");
    assertThat(stripe.events("price.created")).hasSize(1);
  }

  private static LineItem domain(String currency, long cents) {
    return LineItem.builder()
        .setQuantity(1L)
        .setPriceData(
            LineItem.PriceData.builder()
                .setCurrency(currency)
                .setUnitAmount(cents)
                .setProductData(
                    LineItem.PriceData.ProductData.builder().setName("example.com").build())
                .build())
        .build();
  }

  @Test
  void aSubscriptionNeedsARecurringPriceAndAPaymentNone() throws Exception {
    Price once = shop.once("Setup", 1000);
    refused(
        Storefront.session(Mode.SUBSCRIPTION).addLineItem(Storefront.line(once, 1)),
        "at least one recurring price");
    refused(
        Storefront.session(Mode.PAYMENT).addLineItem(Storefront.line(shop.seat(), 1)),
        "recurring price");
    refused(Storefront.session(Mode.PAYMENT), "line_items");
  }

  @Test
  void aMeteredPriceHasNoQuantityAndALicensedOneNeedsIt() throws Exception {
    Price metered = shop.metered();
    Price seat = shop.seat();

    refused(
        Storefront.session(Mode.SUBSCRIPTION).addLineItem(Storefront.line(metered, 1)),
        "should not be passed");
    refused(
        Storefront.session(Mode.SUBSCRIPTION)
            .addLineItem(LineItem.builder().setPrice(seat.getId()).build()),
        "Quantity is required");
    refused(
        Storefront.session(Mode.SUBSCRIPTION).addLineItem(Storefront.line(seat, 0)),
        "greater than");
    Session both =
        shop.open(
            Storefront.session(Mode.SUBSCRIPTION)
                .addLineItem(Storefront.line(seat, 2))
                .addLineItem(LineItem.builder().setPrice(metered.getId()).build()));
    assertThat(both.getAmountTotal()).isEqualTo(9800);
  }

  @Test
  void aTrialEndsAtLeastTwoDaysAhead() throws Exception {
    long twoDays = Duration.ofDays(2).toSeconds();
    refused(trialUntil(NOW + twoDays - 1), "at least 2 days in the future");
    assertThat(shop.open(trialUntil(NOW + twoDays)).getAmountTotal()).isZero();
    refused(
        shop.subscription()
            .setSubscriptionData(
                SubscriptionData.builder()
                    .setTrialEnd(NOW + twoDays)
                    .setTrialPeriodDays(3L)
                    .build()),
        "only specify one");
  }

  private SessionCreateParams.Builder trialUntil(long end) throws StripeException {
    return shop.subscription()
        .setSubscriptionData(SubscriptionData.builder().setTrialEnd(end).build());
  }

  @Test
  void aSessionLivesHalfAnHourToADay() throws Exception {
    refused(shop.payment().setExpiresAt(NOW + 30 * 60 - 1), "at least 30 minutes");
    refused(shop.payment().setExpiresAt(NOW + 24 * 3600 + 1), "less than 24 hours");
    assertThat(shop.open(shop.payment().setExpiresAt(NOW + 30 * 60)).getExpiresAt())
        .isEqualTo(NOW + 30 * 60);
    assertThat(shop.open(shop.payment().setExpiresAt(NOW + 24 * 3600)).getExpiresAt())
        .isEqualTo(NOW + 24 * 3600);
  }

  @Test
  void customerAndEmailExcludeEachOther() throws Exception {
    String customer = shop.customer("Owner").getId();
    refused(
        shop.payment().setCustomer(customer).setCustomerEmail("a@example.com"), "only specify one");
    refused(shop.payment().setCustomer("cus_nobody"), "No such customer");
    refused(shop.payment().setCustomerEmail("nobody"), "Invalid email");
  }

  @Test
  void unknownAndInactivePricesAreRefused() throws Exception {
    Price seat = shop.seat();
    shop.v1().prices().update(seat.getId(), PriceUpdateParams.builder().setActive(false).build());

    refused(
        Storefront.session(Mode.SUBSCRIPTION).addLineItem(Storefront.line(seat, 1)), "inactive");
    refused(
        Storefront.session(Mode.SUBSCRIPTION)
            .addLineItem(LineItem.builder().setPrice("price_x").setQuantity(1L).build()),
        "No such price");
  }

  @Test
  void oneSessionHasOneCurrency() throws Exception {
    refused(
        Storefront.session(Mode.PAYMENT)
            .addLineItem(domain("usd", 1499))
            .addLineItem(domain("eur", 1499)),
        "combine currencies");
    refused(shop.payment().setCurrency("eur"), "expected currency");
  }

  @Test
  void formerNamesOfTheUserInterfaceAreRefused() {
    String form =
        "mode=payment&ui_mode=hosted&success_url=https%3A%2F%2Fa.example&line_items[0][price_data][currency]=usd"
            + "&line_items[0][price_data][unit_amount]=1499&line_items[0][price_data][product_data][name]=x"
            + "&line_items[0][quantity]=1";

    assertThat(stripe.raw("POST", "/v1/checkout/sessions", form).statusCode()).isEqualTo(400);
    assertThat(
            stripe
                .raw("POST", "/v1/checkout/sessions", form.replace("=hosted&", "=hosted_page&"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatBelongsToAnotherModeIsRefused() throws Exception {
    refused(
        shop.payment().setSubscriptionData(SubscriptionData.builder().setDescription("x").build()),
        "can not pass `subscription_data`");
    refused(
        shop.subscription()
            .setPaymentIntentData(
                SessionCreateParams.PaymentIntentData.builder().setDescription("x").build()),
        "can not pass `payment_intent_data`");
    refused(shop.payment().setSuccessUrl("javascript:alert(1)"), "Not a valid URL");
    refused(Storefront.session(Mode.PAYMENT).addLineItem(domain("usd", 10)), "at least 50");
  }

  private void refused(SessionCreateParams.Builder params, String message) {
    assertThatThrownBy(() -> shop.open(params))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anOpenSessionIsExpiredByRequestOrInTime() throws Exception {
    Session first = shop.open(shop.payment());
    Session second = shop.open(shop.payment());

    Session expired = shop.v1().checkout().sessions().expire(first.getId());

    assertThat(expired.getStatus()).isEqualTo("expired");
    assertThat(expired.getUrl()).isNull();
    assertThatThrownBy(() -> shop.v1().checkout().sessions().expire(first.getId()))
        .hasMessageContaining("status of expired");
    assertThat(shop.read(second).getStatus()).isEqualTo("open");
    stripe.advance(Duration.ofDays(1));
    assertThat(shop.read(second).getStatus()).isEqualTo("expired");
    assertThat(stripe.events("checkout.session.expired")).hasSize(2);
    assertThat(shop.pay(second, "4242424242424242").status()).isEqualTo(410);
    assertThat(shop.page("/pay/" + second.getId()).status()).isEqualTo(410);
  }

  @Test
  void aSessionThatIsOverIsRefusedBeforeTheAgendaSaysSo() throws Exception {
    Session session = shop.open(shop.payment());
    stripe.clock().advance(Duration.ofDays(1));

    assertThat(shop.pay(session, "4242424242424242").status()).isEqualTo(410);
  }

  @Test
  void metadataChangesAndSessionsAreListed() throws Exception {
    String customer = shop.customer("Owner").getId();
    Session session = shop.open(shop.payment().setCustomer(customer));
    shop.open(shop.payment());

    assertThat(
            shop.v1()
                .checkout()
                .sessions()
                .update(
                    session.getId(), SessionUpdateParams.builder().putMetadata("a", "b").build())
                .getMetadata())
        .containsEntry("a", "b");
    assertThat(
            shop.v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder().setCustomer(customer).build())
                .getData())
        .extracting(Session::getId)
        .containsExactly(session.getId());
  }
}
