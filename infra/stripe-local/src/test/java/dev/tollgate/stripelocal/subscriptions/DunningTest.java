package dev.tollgate.stripelocal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.InvoicePayParams;
import dev.tollgate.stripelocal.settings.Settings;
import dev.tollgate.stripelocal.settings.Settings.AfterRetries;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DunningTest {
  @Test
  void aDeclinedRenewalIsPastDueAndTriedAgainAfterThreeFiveAndSevenDays() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribeThenFail(shop);

      Invoice open = shop.latest(made.getId());
      assertThat(open.getStatus()).isEqualTo("open");
      assertThat(open.getAttemptCount()).isEqualTo(1);
      assertThat(open.getNextPaymentAttempt())
          .isEqualTo(shop.now() + Duration.ofDays(3).toSeconds());
      assertThat(shop.status(made.getId())).isEqualTo("past_due");

      shop.days(3);
      assertThat(shop.latest(made.getId()).getAttemptCount()).isEqualTo(2);
      shop.days(2);
      assertThat(shop.latest(made.getId()).getAttemptCount()).isEqualTo(3);
      assertThat(shop.status(made.getId())).isEqualTo("past_due");
      shop.days(2);

      Invoice last = shop.latest(made.getId());
      assertThat(last.getAttemptCount()).isEqualTo(4);
      assertThat(last.getNextPaymentAttempt()).isNull();
      Subscription canceled = shop.subscription(made.getId());
      assertThat(canceled.getStatus()).isEqualTo("canceled");
      assertThat(canceled.getCancellationDetails().getReason()).isEqualTo("payment_failed");
      assertThat(shop.stripe().events("invoice.payment_failed")).hasSize(4);
    }
  }

  @Test
  void aNewCardRecoversAPastDueSubscriptionAtTheNextRetry() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribeThenFail(shop);

      shop.pays(made.getCustomer(), Shop.GOOD);
      shop.days(3);

      assertThat(shop.status(made.getId())).isEqualTo("active");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("paid");
      assertThat(shop.v1().customers().retrieve(made.getCustomer()).getDelinquent()).isFalse();
    }
  }

  @Test
  void aNewCardAndPayRecoverAPastDueSubscriptionAtOnce() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribeThenFail(shop);
      String invoice = shop.latest(made.getId()).getId();
      assertThatThrownBy(() -> shop.v1().invoices().pay(invoice)).isInstanceOf(CardException.class);
      assertThat(shop.v1().invoices().retrieve(invoice).getAttemptCount())
          .as("the refused attempt stays")
          .isEqualTo(2);

      shop.pays(made.getCustomer(), Shop.GOOD);
      Invoice paid = shop.v1().invoices().pay(invoice);

      assertThat(paid.getStatus()).isEqualTo("paid");
      assertThat(shop.status(made.getId())).isEqualTo("active");
      shop.days(20);
      assertThat(shop.stripe().events("invoice.payment_failed")).hasSize(2);
    }
  }

  @Test
  void anInvoiceCanBePaidWithACardGivenForItAlone() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribeThenFail(shop);
      String method = shop.pays(made.getCustomer(), Shop.GOOD).getId();

      Invoice paid =
          shop.v1()
              .invoices()
              .pay(
                  shop.latest(made.getId()).getId(),
                  InvoicePayParams.builder().setPaymentMethod(method).build());

      assertThat(paid.getStatus()).isEqualTo("paid");
    }
  }

  @Test
  void theLastRetryLeavesItUnpaidWhenSoSetAndFurtherInvoicesStayDrafts() throws StripeException {
    try (Shop shop = Shop.open(settings -> settings.with(after(settings, AfterRetries.UNPAID)))) {
      Subscription made = subscribeThenFail(shop);

      shop.days(45);

      assertThat(shop.status(made.getId())).isEqualTo("unpaid");
      Invoice next = shop.latest(made.getId());
      assertThat(next.getStatus()).isEqualTo("draft");
      assertThat(next.getCreated())
          .isEqualTo(Instant.parse("2026-10-01T00:00:00Z").getEpochSecond());
    }
  }

  @Test
  void theLastRetryLeavesItPastDueWhenSoSet() throws StripeException {
    try (Shop shop = Shop.open(settings -> settings.with(after(settings, AfterRetries.PAST_DUE)))) {
      Subscription made = subscribeThenFail(shop);

      shop.days(20);

      assertThat(shop.status(made.getId())).isEqualTo("past_due");
      assertThat(shop.latest(made.getId()).getNextPaymentAttempt()).isNull();
    }
  }

  @Test
  void aCardThatMustBeAuthenticatedAsksTheBuyerAndEndsInTimeWhenNobodyComes()
      throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro", 4900), 1);
      shop.pays(customer.getId(), "pm_card_authenticationRequired");
      shop.until("2026-09-01T01:00:00Z");
      assertThat(shop.told()).contains("invoice.payment_action_required");
      assertThat(shop.status(made.getId())).isEqualTo("past_due");

      shop.days(8);

      assertThat(shop.status(made.getId())).isEqualTo("canceled");
    }
  }

  @Test
  void anInvoicePaidElsewhereEndsTheDunning() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribeThenFail(shop);

      shop.v1()
          .invoices()
          .pay(
              shop.latest(made.getId()).getId(),
              InvoicePayParams.builder().setPaidOutOfBand(true).build());

      assertThat(shop.status(made.getId())).isEqualTo("active");
      assertThat(shop.told()).contains("payment_intent.canceled");
    }
  }

  @Test
  void anUnpaidSubscriptionIsActiveAgainWhenWhatIsOwedIsPaid() throws StripeException {
    try (Shop shop = Shop.open(settings -> settings.with(after(settings, AfterRetries.UNPAID)))) {
      Subscription made = subscribeThenFail(shop);
      String owed = shop.latest(made.getId()).getId();
      shop.days(45);
      shop.pays(made.getCustomer(), Shop.GOOD);

      shop.v1().invoices().pay(owed);

      assertThat(shop.status(made.getId())).isEqualTo("active");
    }
  }

  private static Settings.Billing after(Settings settings, AfterRetries action) {
    Settings.Billing billing = settings.billing();
    return new Settings.Billing(
        billing.finalizeAfter(),
        billing.paymentRetries(),
        action,
        billing.incompleteFor(),
        billing.trialWillEnd(),
        billing.upcoming(),
        billing.meterLag());
  }

  /** Paid for August, refused for September; it is one o'clock on the first of September. */
  private static Subscription subscribeThenFail(Shop shop) throws StripeException {
    Customer customer = shop.customer(Shop.GOOD);
    Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro", 4900), 1);
    shop.pays(customer.getId(), Shop.FAILS);
    shop.until("2026-09-01T01:00:00Z");
    return made;
  }
}
