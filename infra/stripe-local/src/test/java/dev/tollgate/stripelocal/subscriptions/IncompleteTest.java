package dev.tollgate.stripelocal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.SubscriptionCreateParams.PaymentBehavior;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import org.junit.jupiter.api.Test;

class IncompleteTest {
  @Test
  void aDeclinedFirstPaymentLeavesItIncompleteAndAfter23HoursItHasExpired() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.FAILS).getId(), shop.monthly("Pro", 4900), 1);
      assertThat(made.getStatus()).isEqualTo("incomplete");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("open");

      shop.hours(22);
      assertThat(shop.status(made.getId())).isEqualTo("incomplete");
      shop.hours(1);

      assertThat(shop.status(made.getId())).isEqualTo("incomplete_expired");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("void");
      assertThat(shop.told()).contains("invoice.voided");
      shop.days(60);
      assertThat(shop.invoices(made.getId())).hasSize(1);
    }
  }

  @Test
  void aSecondCardWithinTheDayMakesItActive() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.FAILS);
      Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro", 4900), 1);
      shop.hours(3);
      shop.pays(customer.getId(), Shop.GOOD);

      shop.v1().invoices().pay(shop.latest(made.getId()).getId());

      assertThat(shop.status(made.getId())).isEqualTo("active");
      shop.days(2);
      assertThat(shop.status(made.getId())).isEqualTo("active");
    }
  }

  @Test
  void aDeclinedFirstPaymentLeavesNothingWhenTheCallerSaysSo() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.FAILS);
      Price price = shop.monthly("Pro", 4900);

      assertThatThrownBy(
              () ->
                  shop.subscribe(
                      customer.getId(),
                      price,
                      1,
                      builder -> builder.setPaymentBehavior(PaymentBehavior.ERROR_IF_INCOMPLETE)))
          .isInstanceOf(CardException.class);

      assertThat(
              shop.v1()
                  .subscriptions()
                  .list(
                      SubscriptionListParams.builder()
                          .setCustomer(customer.getId())
                          .setStatus(SubscriptionListParams.Status.ALL)
                          .build())
                  .getData())
          .isEmpty();
      assertThat(shop.told()).doesNotContain("invoice.created", "customer.subscription.created");
    }
  }

  @Test
  void withoutAnyCardItIsRefusedUnlessTheBuyerIsToConfirm() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Price price = shop.monthly("Pro", 4900);

      assertThatThrownBy(() -> shop.subscribe(customer.getId(), price, 1))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("no attached payment source");
    }
  }

  @Test
  void theBuyerConfirmsTheFirstPaymentWithTheSecret() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Subscription made =
          shop.subscribe(
              customer.getId(),
              shop.monthly("Pro", 4900),
              1,
              builder ->
                  builder
                      .setPaymentBehavior(PaymentBehavior.DEFAULT_INCOMPLETE)
                      .addExpand("latest_invoice.confirmation_secret"));
      assertThat(made.getStatus()).isEqualTo("incomplete");
      String secret = made.getLatestInvoiceObject().getConfirmationSecret().getClientSecret();

      PaymentIntent paid =
          shop.v1()
              .paymentIntents()
              .confirm(
                  secret.substring(0, secret.indexOf("_secret")),
                  PaymentIntentConfirmParams.builder().setPaymentMethod(Shop.GOOD).build());

      assertThat(paid.getStatus()).isEqualTo("succeeded");
      assertThat(shop.status(made.getId())).isEqualTo("active");
      Invoice invoice =
          shop.v1()
              .invoices()
              .retrieve(
                  made.getLatestInvoice(),
                  InvoiceRetrieveParams.builder().addExpand("payments").build());
      assertThat(invoice.getStatus()).isEqualTo("paid");
      assertThat(invoice.getPayments().getData())
          .singleElement()
          .satisfies(
              payment -> {
                assertThat(payment.getStatus()).isEqualTo("paid");
                assertThat(payment.getPayment().getPaymentIntent()).isEqualTo(paid.getId());
              });
    }
  }

  @Test
  void aChangeWaitsForItsPaymentAndHappensWithIt() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro", 4900), 1);
      shop.pays(customer.getId(), Shop.FAILS);
      shop.days(5);

      Subscription waiting = seats(shop, made, 3);

      assertThat(waiting.getStatus()).isEqualTo("active");
      assertThat(Shop.item(waiting).getQuantity()).isEqualTo(1);
      assertThat(waiting.getPendingUpdate().getSubscriptionItems().getFirst().getQuantity())
          .isEqualTo(3);
      shop.pays(customer.getId(), Shop.GOOD);
      shop.v1().invoices().pay(shop.latest(made.getId()).getId());
      Subscription after = shop.subscription(made.getId());
      assertThat(Shop.item(after).getQuantity()).isEqualTo(3);
      assertThat(after.getPendingUpdate()).isNull();
      assertThat(shop.told()).contains("customer.subscription.pending_update_applied");
    }
  }

  @Test
  void aChangeThatIsNotPaidIsDroppedAfter23Hours() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro", 4900), 1);
      shop.pays(customer.getId(), Shop.FAILS);
      shop.days(5);
      seats(shop, made, 3);

      shop.hours(24);

      Subscription after = shop.subscription(made.getId());
      assertThat(Shop.item(after).getQuantity()).isEqualTo(1);
      assertThat(after.getPendingUpdate()).isNull();
      assertThat(after.getStatus()).isEqualTo("active");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("void");
      assertThat(shop.told()).contains("customer.subscription.pending_update_expired");
    }
  }

  private static Subscription seats(Shop shop, Subscription made, long seats)
      throws StripeException {
    return shop.v1()
        .subscriptions()
        .update(
            made.getId(),
            SubscriptionUpdateParams.builder()
                .addItem(
                    SubscriptionUpdateParams.Item.builder()
                        .setId(Shop.item(made).getId())
                        .setQuantity(seats)
                        .build())
                .setPaymentBehavior(SubscriptionUpdateParams.PaymentBehavior.PENDING_IF_INCOMPLETE)
                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE)
                .build());
  }
}
