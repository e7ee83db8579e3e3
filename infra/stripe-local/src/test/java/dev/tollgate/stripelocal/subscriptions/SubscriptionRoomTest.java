package dev.tollgate.stripelocal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerRetrieveParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionCreateParams.PaymentSettings;
import com.stripe.param.SubscriptionItemCreateParams;
import com.stripe.param.SubscriptionItemUpdateParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import dev.tollgate.stripelocal.Inbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubscriptionRoomTest {
  @Test
  void itemsAreAddedChangedAndRemovedOneByOne() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      SubscriptionItem added =
          shop.v1()
              .subscriptionItems()
              .create(
                  SubscriptionItemCreateParams.builder()
                      .setSubscription(made.getId())
                      .setPrice(shop.monthly("Storage", 1000).getId())
                      .setQuantity(2L)
                      .build());
      SubscriptionItem changed =
          shop.v1()
              .subscriptionItems()
              .update(
                  added.getId(),
                  SubscriptionItemUpdateParams.builder()
                      .setQuantity(3L)
                      .putMetadata("kind", "disk")
                      .build());
      assertThat(changed.getQuantity()).isEqualTo(3);
      assertThat(changed.getMetadata()).containsEntry("kind", "disk");

      shop.v1().subscriptionItems().delete(added.getId());

      assertThat(shop.subscription(made.getId()).getItems().getData()).hasSize(1);
      assertThatThrownBy(() -> shop.v1().subscriptionItems().retrieve(added.getId()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("No such subscription_item");
      assertThatThrownBy(() -> shop.v1().subscriptionItems().delete(Shop.item(made).getId()))
          .as("the last item")
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void aPriceGivenInPlaceIsMadeAndUsed() throws StripeException {
    try (Shop shop = Shop.open()) {
      Price other = shop.monthly("Pro", 4900);
      Subscription made =
          shop.v1()
              .subscriptions()
              .create(
                  SubscriptionCreateParams.builder()
                      .setCustomer(shop.customer(Shop.GOOD).getId())
                      .addItem(
                          SubscriptionCreateParams.Item.builder()
                              .setPriceData(
                                  SubscriptionCreateParams.Item.PriceData.builder()
                                      .setCurrency("usd")
                                      .setProduct(other.getProduct())
                                      .setUnitAmount(1234L)
                                      .setRecurring(
                                          SubscriptionCreateParams.Item.PriceData.Recurring
                                              .builder()
                                              .setInterval(
                                                  SubscriptionCreateParams.Item.PriceData.Recurring
                                                      .Interval.MONTH)
                                              .build())
                                      .build())
                              .build())
                      .build());

      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(1234L);
    }
  }

  @Test
  void aPriceThatDoesNotRecurOrIsArchivedIsRefused() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Price price = shop.monthly("Pro", 4900);
      shop.v1()
          .prices()
          .update(
              price.getId(), com.stripe.param.PriceUpdateParams.builder().setActive(false).build());

      assertThatThrownBy(() -> shop.subscribe(customer.getId(), price, 1))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("inactive");
    }
  }

  @Test
  void whatTheStandInDoesNotFollowIsRefusedAloud() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Price price = shop.monthly("Pro", 4900);

      assertThatThrownBy(
              () ->
                  shop.subscribe(
                      customer.getId(),
                      price,
                      1,
                      builder ->
                          builder.addDiscount(
                              SubscriptionCreateParams.Discount.builder()
                                  .setCoupon("half")
                                  .build())))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("does not offer `discounts`");
    }
  }

  @Test
  void listsAreNarrowedByCustomerPriceAndStatus() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription one = subscribe(shop);
      Subscription two = subscribe(shop);
      shop.v1().subscriptions().cancel(two.getId());

      assertThat(list(shop, builder -> builder.setCustomer(one.getCustomer())))
          .containsExactly(one.getId());
      assertThat(list(shop, builder -> builder.setPrice(Shop.item(one).getPrice().getId())))
          .containsExactly(one.getId());
      assertThat(list(shop, builder -> builder.setStatus(SubscriptionListParams.Status.CANCELED)))
          .containsExactly(two.getId());
      assertThat(list(shop, builder -> builder.setStatus(SubscriptionListParams.Status.ALL)))
          .containsExactly(two.getId(), one.getId());
      assertThat(
              shop.v1()
                  .customers()
                  .retrieve(
                      one.getCustomer(),
                      CustomerRetrieveParams.builder().addExpand("subscriptions").build())
                  .getSubscriptions()
                  .getData())
          .hasSize(1);
    }
  }

  @Test
  void whatPaidTheFirstInvoicePaysFromThenOnWhenSoSet() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(
              shop.customer(Shop.GOOD).getId(),
              shop.monthly("Pro", 4900),
              1,
              builder ->
                  builder.setPaymentSettings(
                      PaymentSettings.builder()
                          .setSaveDefaultPaymentMethod(
                              PaymentSettings.SaveDefaultPaymentMethod.ON_SUBSCRIPTION)
                          .build()));

      assertThat(made.getDefaultPaymentMethod()).startsWith("pm_");
    }
  }

  @Test
  void aCardOfAnotherCustomerIsRefused() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      String foreign = shop.pays(shop.stranger().getId(), Shop.GOOD).getId();

      assertThatThrownBy(
              () ->
                  shop.v1()
                      .subscriptions()
                      .update(
                          made.getId(),
                          SubscriptionUpdateParams.builder()
                              .setDefaultPaymentMethod(foreign)
                              .build()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("must be attached to the customer");
    }
  }

  @Test
  void aPreviewOfAnotherMonthsSubscriptionNeedsNone() throws StripeException {
    try (Shop shop = Shop.open()) {
      Price price = shop.monthly("Pro", 4900);

      Invoice preview =
          shop.v1()
              .invoices()
              .createPreview(
                  InvoiceCreatePreviewParams.builder()
                      .setCustomer(shop.stranger().getId())
                      .setSubscriptionDetails(
                          InvoiceCreatePreviewParams.SubscriptionDetails.builder()
                              .addItem(
                                  InvoiceCreatePreviewParams.SubscriptionDetails.Item.builder()
                                      .setPrice(price.getId())
                                      .setQuantity(3L)
                                      .build())
                              .build())
                      .build());

      assertThat(preview.getAmountDue()).isEqualTo(14_700);
      assertThat(shop.v1().subscriptions().list().getData()).isEmpty();
    }
  }

  @Test
  void anAnchorAheadBillsTheTimeUntilThenInPart() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(
              shop.customer(Shop.GOOD).getId(),
              shop.monthly("Pro", 3100),
              1,
              builder ->
                  builder.setBillingCycleAnchor(shop.now() + Duration.ofDays(10).toSeconds()));

      // 11 July to 11 August has 31 days.
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(1000L);
      shop.until("2026-08-11T01:00:00Z");
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(3100L);
    }
  }

  @Test
  void aYearOnATestClockPassesInSixAdvances() throws StripeException {
    try (Shop shop = Shop.open()) {
      TestClock clock =
          shop.v1()
              .testHelpers()
              .testClocks()
              .create(TestClockCreateParams.builder().setFrozenTime(shop.now()).build());
      Customer customer =
          shop.v1()
              .customers()
              .create(CustomerCreateParams.builder().setTestClock(clock.getId()).build());
      shop.pays(customer.getId(), Shop.GOOD);
      Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro", 4900), 1);

      long time = clock.getFrozenTime();
      for (int i = 0; i < 6; i++) {
        time += Duration.ofDays(59).toSeconds();
        advance(shop, clock.getId(), time);
      }

      assertThat(shop.invoices(made.getId()))
          .as("August 2026 to July 2027")
          .hasSize(12)
          .allMatch(invoice -> invoice.getStatus().equals("paid"));
      assertThat(list(shop, builder -> builder)).as("hidden from common lists").isEmpty();
      assertThat(list(shop, builder -> builder.setTestClock(clock.getId()))).hasSize(1);
      assertThat(shop.stripe().server().nextDue()).as("the stack's own clock").isEmpty();
    }
  }

  private static void advance(Shop shop, String clock, long time) throws StripeException {
    shop.v1()
        .testHelpers()
        .testClocks()
        .advance(clock, TestClockAdvanceParams.builder().setFrozenTime(time).build());
    Inbox.await(
        () -> {
          try {
            return shop.v1().testHelpers().testClocks().retrieve(clock).getStatus().equals("ready");
          } catch (StripeException e) {
            throw new IllegalStateException(e);
          }
        },
        () -> "the clock does not arrive");
  }

  private static java.util.List<String> list(
      Shop shop, java.util.function.UnaryOperator<SubscriptionListParams.Builder> narrowed)
      throws StripeException {
    return shop
        .v1()
        .subscriptions()
        .list(narrowed.apply(SubscriptionListParams.builder()).build())
        .getData()
        .stream()
        .map(Subscription::getId)
        .toList();
  }

  private static Subscription subscribe(Shop shop) throws StripeException {
    return shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);
  }
}
