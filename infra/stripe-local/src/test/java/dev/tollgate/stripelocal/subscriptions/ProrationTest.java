package dev.tollgate.stripelocal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceCreatePreviewParams.SubscriptionDetails;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A period of August 2026 has 31 days, 2,678,400 seconds. */
class ProrationTest {
  @Test
  void anUpgradeInTheMiddleCreditsWhatIsLeftAndDebitsTheNewPlanToTheCent() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 5);
      Price team = shop.monthly("Team", 9900);
      shop.until("2026-08-11T07:12:34Z");

      change(shop, made, ProrationBehavior.ALWAYS_INVOICE, item -> item.setPrice(team.getId()));

      Invoice invoice = shop.latest(made.getId());
      // 1,788,446 of 2,678,400 seconds are left: 24500 and 49500 cents times 0.667729…
      assertThat(Shop.amounts(invoice)).containsExactly(-16_359L, 33_053L);
      assertThat(invoice.getTotal()).isEqualTo(16_694);
      assertThat(invoice.getStatus()).isEqualTo("paid");
      assertThat(invoice.getBillingReason()).isEqualTo("subscription_update");
      assertThat(invoice.getLines().getData())
          .allMatch(line -> line.getParent().getSubscriptionItemDetails().getProration())
          .extracting(InvoiceLineItem::getDescription)
          .containsExactly(
              "Unused time on 5 × Pro after 11 Aug 2026",
              "Remaining time on 5 × Team after 11 Aug 2026");
      assertThat(shop.subscription(made.getId()).getBillingCycleAnchor())
          .isEqualTo(made.getBillingCycleAnchor());
    }
  }

  @Test
  void byDefaultTheDifferenceWaitsForTheNextInvoice() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 3100), 1);
      shop.days(10);

      change(shop, made, ProrationBehavior.CREATE_PRORATIONS, item -> item.setQuantity(3L));

      assertThat(shop.invoices(made.getId())).hasSize(1);
      shop.until("2026-09-01T01:00:00Z");
      // 21 of 31 days at 31.00 a seat: -21.00 +63.00, then three seats ahead.
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(-2100L, 6300L, 9300L);
      assertThat(shop.latest(made.getId()).getAmountPaid()).isEqualTo(13_500);
    }
  }

  @Test
  void aSecondChangeCreditsWhatWasDebitedAndNotTheListPrice() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 3100), 1);
      shop.days(10);
      change(shop, made, ProrationBehavior.NONE, item -> item.setQuantity(5L));
      shop.days(11);

      change(shop, made, ProrationBehavior.ALWAYS_INVOICE, item -> item.setQuantity(6L));

      // Ten days left: only the one seat that was paid for is credited.
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(-1000L, 6000L);
    }
  }

  @Test
  void fewerSeatsLeaveACreditThatTheNextInvoiceUsesUp() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro", 3100), 5);
      shop.days(10);

      change(shop, made, ProrationBehavior.ALWAYS_INVOICE, item -> item.setQuantity(1L));

      Invoice credit = shop.latest(made.getId());
      assertThat(credit.getTotal()).isEqualTo(-8400);
      assertThat(credit.getStatus()).isEqualTo("paid");
      assertThat(shop.v1().customers().retrieve(customer.getId()).getBalance()).isEqualTo(-8400);
      shop.until("2026-09-01T01:00:00Z");
      Invoice next = shop.latest(made.getId());
      assertThat(next.getTotal()).isEqualTo(3100);
      assertThat(next.getAmountDue()).isZero();
      assertThat(next.getStartingBalance()).isEqualTo(-8400);
      assertThat(next.getEndingBalance()).isEqualTo(-5300);
    }
  }

  @Test
  void aPreviewComesToTheSameAsTheInvoiceOfTheSameProrationDate() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 5);
      Price team = shop.monthly("Team", 9900);
      shop.days(9);
      long date = shop.now();
      List<String> before = shop.told();

      Invoice preview =
          shop.v1()
              .invoices()
              .createPreview(
                  InvoiceCreatePreviewParams.builder()
                      .setSubscription(made.getId())
                      .setSubscriptionDetails(
                          SubscriptionDetails.builder()
                              .addItem(
                                  SubscriptionDetails.Item.builder()
                                      .setId(Shop.item(made).getId())
                                      .setPrice(team.getId())
                                      .setQuantity(7L)
                                      .build())
                              .setProrationBehavior(
                                  SubscriptionDetails.ProrationBehavior.ALWAYS_INVOICE)
                              .setProrationDate(date)
                              .build())
                      .build());

      assertThat(shop.told()).as("a preview leaves no trace").isEqualTo(before);
      assertThat(shop.subscription(made.getId()).getItems().getData().getFirst().getQuantity())
          .isEqualTo(5);
      shop.hours(5);
      shop.v1()
          .subscriptions()
          .update(
              made.getId(),
              SubscriptionUpdateParams.builder()
                  .addItem(
                      SubscriptionUpdateParams.Item.builder()
                          .setId(Shop.item(made).getId())
                          .setPrice(team.getId())
                          .setQuantity(7L)
                          .build())
                  .setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE)
                  .setProrationDate(date)
                  .build());
      Invoice real = shop.latest(made.getId());
      assertThat(Shop.amounts(real)).isEqualTo(Shop.amounts(preview));
      assertThat(real.getAmountDue()).isEqualTo(preview.getAmountDue()).isPositive();
      assertThat(real.getParent().getSubscriptionDetails().getSubscriptionProrationDate())
          .isEqualTo(date);
    }
  }

  @Test
  void aPreviewOfTheNextInvoiceComesToTheSameAsTheNextInvoice() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 5);
      shop.days(3);
      change(shop, made, ProrationBehavior.CREATE_PRORATIONS, item -> item.setQuantity(8L));

      Invoice preview =
          shop.v1()
              .invoices()
              .createPreview(
                  InvoiceCreatePreviewParams.builder().setSubscription(made.getId()).build());

      shop.until("2026-09-01T01:00:00Z");
      assertThat(Shop.amounts(shop.latest(made.getId())))
          .isEqualTo(Shop.amounts(preview))
          .hasSize(3);
    }
  }

  @Test
  void anItemWithoutAnIdIsASecondItem() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);

      Subscription changed =
          shop.v1()
              .subscriptions()
              .update(
                  made.getId(),
                  SubscriptionUpdateParams.builder()
                      .addItem(
                          SubscriptionUpdateParams.Item.builder()
                              .setPrice(shop.monthly("Storage", 1000).getId())
                              .build())
                      .build());

      assertThat(changed.getItems().getData()).hasSize(2);
    }
  }

  @Test
  void aChangeTellsTheWholeOldItems() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);

      change(shop, made, ProrationBehavior.NONE, item -> item.setQuantity(2L));

      Event event = shop.stripe().events("customer.subscription.updated").getFirst();
      assertThat(event.getData().getPreviousAttributes()).containsOnlyKeys("items");
      assertThat(String.valueOf(event.getData().getPreviousAttributes().get("items")))
          .contains("quantity=1");
    }
  }

  @Test
  void aProrationDateOutsideThePeriodIsRefused() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);
      SubscriptionUpdateParams wrong =
          SubscriptionUpdateParams.builder()
              .addItem(
                  SubscriptionUpdateParams.Item.builder()
                      .setId(Shop.item(made).getId())
                      .setQuantity(2L)
                      .build())
              .setProrationDate(shop.now() - 1)
              .build();

      assertThatThrownBy(() -> shop.v1().subscriptions().update(made.getId(), wrong))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("proration_date");
    }
  }

  @Test
  void fromMonthlyToYearlyTheAnchorStaysAndTheYearIsBilledToItsEnd() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 3100), 1);
      Price yearly = shop.yearly("Pro", 36_500);
      shop.days(10);

      Subscription changed =
          change(
              shop, made, ProrationBehavior.ALWAYS_INVOICE, item -> item.setPrice(yearly.getId()));

      assertThat(changed.getBillingCycleAnchor()).isEqualTo(made.getBillingCycleAnchor());
      assertThat(Shop.item(changed).getCurrentPeriodEnd())
          .isEqualTo(java.time.Instant.parse("2027-08-01T00:00:00Z").getEpochSecond());
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(-2100L, 35_500L);
    }
  }

  @Test
  void anAnchorSetToNowBillsANewCycleAtOnce() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 3100), 1);
      shop.days(10);

      Subscription changed =
          shop.v1()
              .subscriptions()
              .update(
                  made.getId(),
                  SubscriptionUpdateParams.builder()
                      .setBillingCycleAnchor(SubscriptionUpdateParams.BillingCycleAnchor.NOW)
                      .build());

      assertThat(changed.getBillingCycleAnchor()).isEqualTo(shop.now());
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(-2100L, 3100L);
    }
  }

  private static Subscription change(
      Shop shop,
      Subscription subscription,
      ProrationBehavior behavior,
      UnaryOperator<SubscriptionUpdateParams.Item.Builder> item)
      throws StripeException {
    return shop.v1()
        .subscriptions()
        .update(
            subscription.getId(),
            SubscriptionUpdateParams.builder()
                .addItem(
                    item.apply(
                            SubscriptionUpdateParams.Item.builder()
                                .setId(Shop.item(subscription).getId()))
                        .build())
                .setProrationBehavior(behavior)
                .build());
  }
}
