package dev.tollgate.stripelocal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionUpdateParams;
import dev.tollgate.stripelocal.MovableClock;
import dev.tollgate.stripelocal.TestStripe;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalTest {
  @Test
  void aSubscriptionOfThe31stRenewsOnTheLastDayOfFebruaryInALeapYearAndOnThe31stOfMarch()
      throws StripeException {
    try (Shop shop = Shop.openAt("2028-01-31T10:00:00Z")) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 2);

      shop.until("2028-04-01T00:00:00Z");

      assertThat(shop.invoices(made.getId()))
          .extracting(invoice -> Instant.ofEpochSecond(invoice.getCreated()).toString())
          .containsExactly("2028-03-31T10:00:00Z", "2028-02-29T10:00:00Z", "2028-01-31T10:00:00Z");
      assertThat(Shop.item(shop.subscription(made.getId())).getCurrentPeriodEnd())
          .isEqualTo(Instant.parse("2028-04-30T10:00:00Z").getEpochSecond());
      assertThat(shop.subscription(made.getId()).getBillingCycleAnchor())
          .isEqualTo(Instant.parse("2028-01-31T10:00:00Z").getEpochSecond());
    }
  }

  @Test
  void aRenewalIsADraftForAnHourAndThenPaid() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 5);

      shop.until("2026-09-01T00:30:00Z");
      Invoice draft = shop.latest(made.getId());
      shop.until("2026-09-01T01:00:00Z");
      Invoice paid = shop.latest(made.getId());

      assertThat(draft.getStatus()).isEqualTo("draft");
      assertThat(draft.getBillingReason()).isEqualTo("subscription_cycle");
      assertThat(draft.getAmountDue()).isEqualTo(24_500);
      assertThat(draft.getAutomaticallyFinalizesAt()).isEqualTo(shop.now());
      assertThat(paid.getId()).isEqualTo(draft.getId());
      assertThat(paid.getStatus()).isEqualTo("paid");
      assertThat(paid.getAmountPaid()).isEqualTo(24_500);
      assertThat(paid.getLines().getData().getFirst().getPeriod().getStart())
          .isEqualTo(Instant.parse("2026-09-01T00:00:00Z").getEpochSecond());
      assertThat(paid.getPeriodEnd())
          .isEqualTo(Instant.parse("2026-09-01T00:00:00Z").getEpochSecond());
      assertThat(shop.status(made.getId())).isEqualTo("active");
    }
  }

  @Test
  void aFirstInvoiceIsPaidWithinTheRequestAndToldOf() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 5);

      assertThat(made.getStatus()).isEqualTo("active");
      Invoice first = shop.latest(made.getId());
      assertThat(first.getStatus()).isEqualTo("paid");
      assertThat(first.getBillingReason()).isEqualTo("subscription_create");
      assertThat(first.getNumber()).endsWith("-0001");
      assertThat(first.getParent().getSubscriptionDetails().getSubscription())
          .isEqualTo(made.getId());
      assertThat(shop.told())
          .contains(
              "customer.subscription.created",
              "invoice.created",
              "invoice.finalized",
              "invoice.paid",
              "invoice.payment_succeeded",
              "invoice_payment.paid",
              "payment_intent.succeeded")
          .doesNotContain("customer.subscription.updated");
    }
  }

  @Test
  void theNextInvoiceIsAnnouncedAWeekAhead() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);

      shop.until("2026-08-24T23:59:59Z");
      assertThat(shop.stripe().events("invoice.upcoming")).isEmpty();
      shop.until("2026-08-25T00:00:00Z");

      Invoice upcoming =
          (Invoice)
              shop.stripe()
                  .events("invoice.upcoming")
                  .getFirst()
                  .getDataObjectDeserializer()
                  .getObject()
                  .orElseThrow();
      assertThat(upcoming.getAmountDue()).isEqualTo(4900);
      assertThat(upcoming.getId()).startsWith("upcoming_in");
      assertThat(shop.invoices(made.getId())).hasSize(1);
    }
  }

  @Test
  void aYearlyPriceRenewsOnceAYear() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.yearly("Pro", 49_000), 1);

      shop.until("2027-08-01T02:00:00Z");

      assertThat(shop.invoices(made.getId()))
          .extracting(Invoice::getAmountPaid)
          .isEqualTo(List.of(49_000L, 49_000L));
    }
  }

  @Test
  void aDraftWithoutAKnownLocationIsNotFinalizedAndSaysWhy() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);
      shop.v1()
          .subscriptions()
          .update(
              made.getId(),
              SubscriptionUpdateParams.builder()
                  .setAutomaticTax(
                      SubscriptionUpdateParams.AutomaticTax.builder().setEnabled(true).build())
                  .build());

      shop.until("2026-09-01T01:00:00Z");

      Invoice draft = shop.latest(made.getId());
      assertThat(draft.getStatus()).isEqualTo("draft");
      assertThat(draft.getLastFinalizationError().getCode())
          .isEqualTo("customer_tax_location_invalid");
      assertThat(shop.told()).contains("invoice.finalization_failed");
    }
  }

  @Test
  void aRestartChangesNothingAndTellsNothing(@TempDir Path data) throws StripeException {
    MovableClock clock = new MovableClock(TestStripe.START);
    String id;
    try (Shop shop = Shop.on(TestStripe.start(data, clock))) {
      id = shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 2).getId();
      shop.days(10);
    }
    try (Shop shop = Shop.on(TestStripe.start(data, clock))) {
      shop.v1()
          .subscriptions()
          .update(id, SubscriptionUpdateParams.builder().putMetadata("a", "1").build());
      assertThat(
              shop.stripe()
                  .events("customer.subscription.updated")
                  .getFirst()
                  .getData()
                  .getPreviousAttributes())
          .containsOnlyKeys("metadata");

      shop.until("2026-09-01T01:00:00Z");

      assertThat(shop.latest(id).getAmountPaid()).isEqualTo(9800);
      assertThat(
              shop.stripe()
                  .events("customer.subscription.updated")
                  .getFirst()
                  .getData()
                  .getPreviousAttributes())
          .containsOnlyKeys("items", "latest_invoice");
    }
  }
}
