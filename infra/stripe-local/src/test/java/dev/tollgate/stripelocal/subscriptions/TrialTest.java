package dev.tollgate.stripelocal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionCreateParams.TrialSettings;
import com.stripe.param.SubscriptionCreateParams.TrialSettings.EndBehavior.MissingPaymentMethod;
import com.stripe.param.SubscriptionUpdateParams;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrialTest {
  @Test
  void aTrialStartsWithAPaidInvoiceOfNothing() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = trial(shop, shop.stranger(), MissingPaymentMethod.CREATE_INVOICE, 14);

      assertThat(made.getStatus()).isEqualTo("trialing");
      assertThat(made.getTrialEnd()).isEqualTo(shop.now() + Duration.ofDays(14).toSeconds());
      assertThat(Shop.item(made).getCurrentPeriodEnd()).isEqualTo(made.getTrialEnd());
      Invoice first = shop.latest(made.getId());
      assertThat(first.getStatus()).isEqualTo("paid");
      assertThat(first.getTotal()).isZero();
      assertThat(first.getBillingReason()).isEqualTo("subscription_create");
    }
  }

  @Test
  void itsEndIsAnnouncedThreeDaysAheadAndThenBilled() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = trial(shop, customer, MissingPaymentMethod.CANCEL, 14);

      shop.until("2026-08-11T23:59:59Z");
      assertThat(shop.stripe().events("customer.subscription.trial_will_end")).isEmpty();
      shop.until("2026-08-12T00:00:00Z");
      assertThat(shop.stripe().events("customer.subscription.trial_will_end")).hasSize(1);
      shop.until("2026-08-15T00:00:00Z");
      assertThat(shop.status(made.getId())).isEqualTo("active");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("draft");
      shop.hours(1);

      assertThat(shop.latest(made.getId()).getAmountPaid()).isEqualTo(4900);
      Subscription after = shop.subscription(made.getId());
      assertThat(after.getBillingCycleAnchor()).isEqualTo(made.getTrialEnd());
      Event event = shop.stripe().events("customer.subscription.updated").getFirst();
      assertThat(event.getData().getPreviousAttributes())
          .containsEntry("status", "trialing")
          .containsKey("items");
    }
  }

  @Test
  void aTrialShorterThanThreeDaysIsAnnouncedAtOnce() throws StripeException {
    try (Shop shop = Shop.open()) {
      trial(shop, shop.stranger(), MissingPaymentMethod.CANCEL, 2);

      assertThat(shop.told())
          .containsSubsequence(
              "customer.subscription.created", "customer.subscription.trial_will_end");
      shop.days(1);
      assertThat(shop.stripe().events("customer.subscription.trial_will_end")).hasSize(1);
    }
  }

  @Test
  void withoutACardItIsCanceledWhenSoSet() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = trial(shop, shop.stranger(), MissingPaymentMethod.CANCEL, 14);

      shop.days(15);

      assertThat(shop.status(made.getId())).isEqualTo("canceled");
      assertThat(shop.told()).endsWith("customer.subscription.deleted");
      assertThat(shop.invoices(made.getId())).hasSize(1);
    }
  }

  @Test
  void withoutACardItRestsWhenSoSetAndIsResumedByAPayment() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Subscription made = trial(shop, customer, MissingPaymentMethod.PAUSE, 14);
      shop.days(40);
      assertThat(shop.status(made.getId())).isEqualTo("paused");
      assertThat(shop.told()).contains("customer.subscription.paused");
      assertThat(shop.invoices(made.getId())).hasSize(1);
      shop.pays(customer.getId(), Shop.GOOD);

      shop.v1().subscriptions().resume(made.getId());

      Subscription resumed = shop.subscription(made.getId());
      assertThat(resumed.getStatus()).isEqualTo("active");
      assertThat(resumed.getBillingCycleAnchor()).isEqualTo(shop.now());
      assertThat(shop.latest(made.getId()).getAmountPaid()).isEqualTo(4900);
      assertThat(shop.told()).contains("customer.subscription.resumed");
    }
  }

  @Test
  void withoutACardAnInvoiceIsMadeWhenSoSetAndCannotBeCollected() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = trial(shop, shop.stranger(), MissingPaymentMethod.CREATE_INVOICE, 14);

      shop.until("2026-08-15T01:00:00Z");

      assertThat(shop.status(made.getId())).isEqualTo("past_due");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("open");
      assertThat(shop.told()).contains("invoice.payment_failed");
    }
  }

  @Test
  void aTrialCanBeEndedAtOnce() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = trial(shop, shop.customer(Shop.GOOD), MissingPaymentMethod.CANCEL, 14);
      shop.days(4);

      Subscription after =
          shop.v1()
              .subscriptions()
              .update(
                  made.getId(),
                  SubscriptionUpdateParams.builder()
                      .setTrialEnd(SubscriptionUpdateParams.TrialEnd.NOW)
                      .build());

      assertThat(after.getStatus()).isEqualTo("active");
      assertThat(after.getTrialEnd()).isEqualTo(shop.now());
      assertThat(shop.latest(made.getId()).getAmountPaid()).isEqualTo(4900);
    }
  }

  @Test
  void aTrialCanBeProlonged() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = trial(shop, shop.customer(Shop.GOOD), MissingPaymentMethod.CANCEL, 14);
      long later = made.getTrialEnd() + Duration.ofDays(7).toSeconds();

      shop.v1()
          .subscriptions()
          .update(made.getId(), SubscriptionUpdateParams.builder().setTrialEnd(later).build());
      shop.days(20);

      Subscription after = shop.subscription(made.getId());
      assertThat(after.getStatus()).isEqualTo("trialing");
      assertThat(Shop.item(after).getCurrentPeriodEnd()).isEqualTo(later);
      assertThat(shop.invoices(made.getId())).hasSize(1);
    }
  }

  private static Subscription trial(
      Shop shop, Customer customer, MissingPaymentMethod missing, long days)
      throws StripeException {
    return shop.subscribe(
        customer.getId(),
        shop.monthly("Pro", 4900),
        1,
        builder ->
            builder
                .setTrialPeriodDays(days)
                .setTrialSettings(
                    TrialSettings.builder()
                        .setEndBehavior(
                            TrialSettings.EndBehavior.builder()
                                .setMissingPaymentMethod(missing)
                                .build())
                        .build()));
  }
}
