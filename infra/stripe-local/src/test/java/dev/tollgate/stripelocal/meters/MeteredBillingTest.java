package dev.tollgate.stripelocal.meters;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Tier;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionItemDeleteParams;
import com.stripe.param.SubscriptionUpdateParams;
import dev.tollgate.stripelocal.subscriptions.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeteredBillingTest {
  @Test
  void overageIsBilledInArrearsBesideTheSeatsAheadToTheCent() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = seatsAndUsage(shop, customer, eightCents(shop));
      assertThat(Shop.amounts(shop.latest(made.getId())))
          .as("no line for usage at the start")
          .containsExactly(24_500L);
      shop.uses(customer.getId(), 100, "a");
      shop.days(20);
      shop.uses(customer.getId(), 37, "b");

      shop.until("2026-09-01T01:00:00Z");

      Invoice invoice = shop.latest(made.getId());
      assertThat(Shop.amounts(invoice)).containsExactly(24_500L, 1096L);
      assertThat(invoice.getAmountPaid()).isEqualTo(25_596);
      InvoiceLineItem usage = invoice.getLines().getData().getLast();
      assertThat(usage.getQuantity()).isEqualTo(137);
      assertThat(usage.getDescription()).isEqualTo("137 × Operations (at $0.08 / month)");
      assertThat(usage.getPeriod().getStart()).isEqualTo(made.getStartDate());
      assertThat(usage.getPricing().getUnitAmountDecimal()).isEqualByComparingTo("8");
    }
  }

  @Test
  void usageReportedWhileTheInvoiceIsADraftIsStillOnIt() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = seatsAndUsage(shop, customer, eightCents(shop));
      shop.until("2026-09-01T00:30:00Z");
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(24_500L, 0L);

      report(shop, customer, 50, "late", shop.now() - 3600);
      report(shop, customer, 9, "new", shop.now());
      shop.until("2026-09-01T01:00:00Z");

      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(24_500L, 400L);
      shop.until("2026-10-01T01:00:00Z");
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(24_500L, 72L);
    }
  }

  @Test
  void anIncludedAllowanceIsAGraduatedTierAtNothing() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Price price =
          shop.metered(
              shop.meter(),
              builder ->
                  builder
                      .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
                      .setTiersMode(PriceCreateParams.TiersMode.GRADUATED)
                      .addTier(Tier.builder().setUpTo(1000L).setUnitAmount(0L).build())
                      .addTier(
                          Tier.builder()
                              .setUpTo(Tier.UpTo.INF)
                              .setUnitAmountDecimal(new java.math.BigDecimal("0.5"))
                              .build()));
      Subscription made = seatsAndUsage(shop, customer, price);
      shop.uses(customer.getId(), 1125, "a");

      shop.until("2026-09-01T01:00:00Z");

      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(24_500L, 0L, 63L);
    }
  }

  @Test
  void aVolumeTierPricesAllUnits() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Price price =
          shop.metered(
              shop.meter(),
              builder ->
                  builder
                      .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
                      .setTiersMode(PriceCreateParams.TiersMode.VOLUME)
                      .addTier(Tier.builder().setUpTo(100L).setUnitAmount(10L).build())
                      .addTier(Tier.builder().setUpTo(Tier.UpTo.INF).setUnitAmount(8L).build()));
      Subscription made = seatsAndUsage(shop, customer, price);
      shop.uses(customer.getId(), 101, "a");

      shop.until("2026-09-01T01:00:00Z");

      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(24_500L, 808L);
    }
  }

  @Test
  void aPreviewShowsTheUsageSoFar() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = seatsAndUsage(shop, customer, eightCents(shop));
      shop.uses(customer.getId(), 12, "a");
      shop.days(1);

      Invoice preview =
          shop.v1()
              .invoices()
              .createPreview(
                  InvoiceCreatePreviewParams.builder().setSubscription(made.getId()).build());

      assertThat(Shop.amounts(preview)).containsExactly(24_500L, 96L);
    }
  }

  @Test
  void aRemovedMeteredItemLeavesItsUsageForTheNextInvoice() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = seatsAndUsage(shop, customer, eightCents(shop));
      shop.uses(customer.getId(), 25, "a");
      shop.days(5);

      shop.v1().subscriptionItems().delete(metered(made).getId());
      shop.uses(customer.getId(), 100, "b");
      shop.until("2026-09-01T01:00:00Z");

      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(200L, 24_500L);
    }
  }

  @Test
  void aRemovedMeteredItemLeavesNothingWhenItsUsageIsForgiven() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = seatsAndUsage(shop, customer, eightCents(shop));
      shop.uses(customer.getId(), 25, "a");
      shop.days(5);

      shop.v1()
          .subscriptionItems()
          .delete(
              metered(made).getId(),
              SubscriptionItemDeleteParams.builder().setClearUsage(true).build());
      shop.until("2026-09-01T01:00:00Z");

      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(24_500L);
    }
  }

  @Test
  void usageIsBilledAtThePriceInForceWhenItWasReported() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      com.stripe.model.billing.Meter meter = shop.meter();
      Price old = shop.metered(meter, builder -> builder.setUnitAmount(8L));
      Price dear = shop.metered(meter, builder -> builder.setUnitAmount(10L));
      Subscription made = seatsAndUsage(shop, customer, old);
      shop.uses(customer.getId(), 10, "a");
      shop.days(5);

      shop.v1()
          .subscriptions()
          .update(
              made.getId(),
              SubscriptionUpdateParams.builder()
                  .addItem(
                      SubscriptionUpdateParams.Item.builder()
                          .setId(metered(made).getId())
                          .setPrice(dear.getId())
                          .build())
                  .build());
      shop.uses(customer.getId(), 7, "b");
      shop.until("2026-09-01T01:00:00Z");

      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(24_500L, 80L, 70L);
    }
  }

  @Test
  void anImmediateEndBillsUsageOnlyWhenAsked() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = seatsAndUsage(shop, customer, eightCents(shop));
      shop.uses(customer.getId(), 20, "a");
      shop.days(5);

      shop.v1()
          .subscriptions()
          .cancel(made.getId(), SubscriptionCancelParams.builder().setInvoiceNow(true).build());

      Invoice last = shop.latest(made.getId());
      assertThat(Shop.amounts(last)).containsExactly(160L);
      assertThat(last.getStatus()).isEqualTo("paid");
    }
  }

  @Test
  void anEndAtThePeriodsEndBillsItsUsage() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made = seatsAndUsage(shop, customer, eightCents(shop));
      shop.uses(customer.getId(), 20, "a");
      shop.v1()
          .subscriptions()
          .update(
              made.getId(), SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true).build());

      shop.until("2026-09-01T01:00:00Z");

      assertThat(shop.status(made.getId())).isEqualTo("canceled");
      assertThat(Shop.amounts(shop.latest(made.getId()))).containsExactly(160L);
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("paid");
    }
  }

  @Test
  void anAmountTooSmallForACardIsCarriedToTheNextInvoice() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Subscription made =
          shop.v1()
              .subscriptions()
              .create(
                  SubscriptionCreateParams.builder()
                      .setCustomer(customer.getId())
                      .addItem(
                          SubscriptionCreateParams.Item.builder()
                              .setPrice(eightCents(shop).getId())
                              .build())
                      .build());
      assertThat(made.getStatus()).isEqualTo("active");
      assertThat(made.getLatestInvoice()).as("nothing to invoice yet").isNull();
      shop.uses(customer.getId(), 5, "a");

      shop.until("2026-09-01T01:00:00Z");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("paid");
      assertThat(shop.latest(made.getId()).getAmountDue()).isZero();
      shop.uses(customer.getId(), 10, "b");
      shop.until("2026-10-01T01:00:00Z");

      assertThat(shop.latest(made.getId()).getTotal()).isEqualTo(80);
      assertThat(shop.latest(made.getId()).getAmountPaid()).isEqualTo(120);
    }
  }

  private static void report(
      Shop shop, Customer customer, long units, String identifier, long timestamp)
      throws StripeException {
    shop.v1()
        .billing()
        .meterEvents()
        .create(
            com.stripe.param.billing.MeterEventCreateParams.builder()
                .setEventName("operations")
                .setIdentifier(identifier)
                .setTimestamp(timestamp)
                .putPayload("stripe_customer_id", customer.getId())
                .putPayload("value", Long.toString(units))
                .build());
  }

  private static SubscriptionItem metered(Subscription subscription) {
    return subscription.getItems().getData().getLast();
  }

  private static Price eightCents(Shop shop) throws StripeException {
    return shop.metered(shop.meter(), builder -> builder.setUnitAmount(8L));
  }

  /** Five seats at $49.00 and a metered price. */
  private static Subscription seatsAndUsage(Shop shop, Customer customer, Price metered)
      throws StripeException {
    SubscriptionCreateParams.Item seats =
        SubscriptionCreateParams.Item.builder()
            .setPrice(shop.monthly("Pro", 4900).getId())
            .setQuantity(5L)
            .build();
    SubscriptionCreateParams.Item usage =
        SubscriptionCreateParams.Item.builder().setPrice(metered.getId()).build();
    return shop.v1()
        .subscriptions()
        .create(
            SubscriptionCreateParams.builder()
                .setCustomer(customer.getId())
                .addAllItem(List.of(seats, usage))
                .build());
  }
}
