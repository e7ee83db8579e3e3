package dev.tollgate.stripelocal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import com.stripe.param.testhelpers.TestClockCreateParams;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.checkout.Storefront.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletingTest {
  private static final long NOW = TestStripe.START.getEpochSecond();

  private final TestStripe stripe = TestStripe.start();
  private final Storefront shop = new Storefront(stripe);

  @AfterEach
  void close() {
    shop.close();
    stripe.close();
  }

  @Test
  void aSubscriptionIsMadeAfterItsPaymentWithItsFirstInvoicePaid() throws Exception {
    Session session =
        shop.open(
            shop.subscription()
                .setCustomerEmail("owner@example.com")
                .setSubscriptionData(
                    SubscriptionData.builder().putMetadata("tenant_id", "ten_01").build()));

    Reply paid = shop.pay(session, "4242424242424242");

    assertThat(paid.status()).as(paid.body()).isEqualTo(200);
    assertThat(paid.text("redirect"))
        .isEqualTo("https://app.example.com/billing?cs=" + session.getId());
    Session complete = shop.read(session);
    assertThat(complete.getStatus()).isEqualTo("complete");
    assertThat(complete.getPaymentStatus()).isEqualTo("paid");
    assertThat(complete.getUrl()).isNull();
    assertThat(complete.getPaymentIntent()).isNull();
    assertThat(complete.getCustomerDetails().getEmail()).isEqualTo("owner@example.com");
    Subscription subscription = shop.v1().subscriptions().retrieve(complete.getSubscription());
    assertThat(subscription.getStatus()).isEqualTo("active");
    assertThat(subscription.getCustomer()).isEqualTo(complete.getCustomer());
    assertThat(subscription.getMetadata()).containsEntry("tenant_id", "ten_01");
    assertThat(subscription.getItems().getData().getFirst().getQuantity()).isEqualTo(5);
    assertThat(
            shop.v1()
                .paymentMethods()
                .retrieve(subscription.getDefaultPaymentMethod())
                .getCustomer())
        .isEqualTo(complete.getCustomer());
    Invoice invoice = shop.v1().invoices().retrieve(complete.getInvoice());
    assertThat(invoice.getStatus()).isEqualTo("paid");
    assertThat(invoice.getAmountPaid()).isEqualTo(24_500);
    assertThat(shop.v1().charges().list().getData())
        .extracting(Charge::getAmount)
        .containsExactly(24_500L);
    assertThat(types())
        .containsSubsequence(
            "customer.created",
            "payment_intent.succeeded",
            "customer.subscription.created",
            "checkout.session.completed");
  }

  private List<String> types() throws StripeException {
    return shop
        .v1()
        .events()
        .list(com.stripe.param.EventListParams.builder().setLimit(100L).build())
        .getData()
        .stream()
        .map(Event::getType)
        .toList()
        .reversed();
  }

  @Test
  void aDeclinedCardLeavesNoSubscriptionAndTheSessionOpenForAnother() throws Exception {
    Session session = shop.open(shop.subscription());

    Reply declined = shop.pay(session, "4000000000009995");

    assertThat(declined.status()).isEqualTo(402);
    assertThat(declined.json().path("error").path("decline_code").asText())
        .isEqualTo("insufficient_funds");
    assertThat(shop.v1().subscriptions().list().getData()).isEmpty();
    assertThat(shop.v1().invoices().list().getData()).isEmpty();
    assertThat(shop.read(session).getStatus()).isEqualTo("open");
    assertThat(shop.read(session).getCustomer()).isNull();
    assertThat(stripe.events("payment_intent.payment_failed")).hasSize(1);
    assertThat(stripe.events("checkout.session.completed")).isEmpty();

    assertThat(shop.pay(session, "4242424242424242").status()).isEqualTo(200);
    assertThat(shop.v1().subscriptions().list().getData()).hasSize(1);
    assertThat(shop.v1().customers().list().getData()).hasSize(1);
    assertThat(shop.v1().paymentIntents().list().getData()).hasSize(1);
  }

  @Test
  void aTrialTakesACardAndNoMoney() throws Exception {
    String customer = shop.customer("Owner").getId();
    long end = NOW + Duration.ofDays(5).toSeconds();
    Session session =
        shop.open(
            shop.subscription()
                .setCustomer(customer)
                .setSubscriptionData(SubscriptionData.builder().setTrialEnd(end).build()));

    assertThat(shop.pay(session, "4242424242424242").text("payment_status"))
        .isEqualTo("no_payment_required");

    Subscription subscription = shop.onlySubscription();
    assertThat(subscription.getStatus()).isEqualTo("trialing");
    assertThat(subscription.getTrialEnd()).isEqualTo(end);
    assertThat(subscription.getDefaultPaymentMethod()).isNotNull();
    assertThat(shop.v1().charges().list().getData()).isEmpty();
    stripe.advance(Duration.ofDays(5).plusHours(2));
    assertThat(shop.v1().charges().list().getData()).hasSize(1);
    assertThat(shop.onlySubscription().getStatus()).isEqualTo("active");
  }

  @Test
  void aTrialWithoutACardIsPossibleWhereNoneIsRequired() throws Exception {
    Session session =
        shop.open(
            shop.subscription()
                .setPaymentMethodCollection(SessionCreateParams.PaymentMethodCollection.IF_REQUIRED)
                .setSubscriptionData(
                    SubscriptionData.builder()
                        .setTrialPeriodDays(14L)
                        .setTrialSettings(
                            SubscriptionData.TrialSettings.builder()
                                .setEndBehavior(
                                    SubscriptionData.TrialSettings.EndBehavior.builder()
                                        .setMissingPaymentMethod(
                                            SubscriptionData.TrialSettings.EndBehavior
                                                .MissingPaymentMethod.CANCEL)
                                        .build())
                                .build())
                        .build()));

    assertThat(shop.payWith(session, "{}").status()).isEqualTo(200);

    Subscription subscription = shop.onlySubscription();
    assertThat(subscription.getDefaultPaymentMethod()).isNull();
    assertThat(subscription.getTrialSettings().getEndBehavior().getMissingPaymentMethod())
        .isEqualTo("cancel");
    assertThat(subscription.getTrialEnd()).isEqualTo(NOW + Duration.ofDays(14).toSeconds());
  }

  @Test
  void aCardIsAskedForWhereOneIsRequired() throws Exception {
    Session session = shop.open(shop.subscription());

    assertThat(shop.payWith(session, "{}").status()).isEqualTo(402);
    assertThat(shop.read(session).getStatus()).isEqualTo("open");
  }

  @Test
  void aSubscriptionByUseOnlySavesACard() throws Exception {
    Session session =
        shop.open(
            Storefront.session(Mode.SUBSCRIPTION)
                .addLineItem(LineItem.builder().setPrice(shop.metered().getId()).build()));

    assertThat(shop.pay(session, "4242424242424242").text("payment_status"))
        .isEqualTo("no_payment_required");
    assertThat(shop.onlySubscription().getStatus()).isEqualTo("active");
  }

  @Test
  void aPaymentIsPaidByAGuest() throws Exception {
    Session session =
        shop.open(
            shop.payment()
                .setPaymentIntentData(
                    PaymentIntentData.builder()
                        .setDescription("example.com")
                        .putMetadata("domain", "example.com")
                        .build()));

    shop.pay(session, "5555555555554444");

    Session complete = shop.read(session);
    assertThat(complete.getPaymentStatus()).isEqualTo("paid");
    assertThat(complete.getCustomer()).isNull();
    assertThat(complete.getCustomerDetails().getEmail()).isEqualTo("buyer@example.com");
    PaymentIntent intent = shop.v1().paymentIntents().retrieve(complete.getPaymentIntent());
    assertThat(intent.getAmountReceived()).isEqualTo(1499);
    assertThat(intent.getMetadata()).containsEntry("domain", "example.com");
    assertThat(intent.getDescription()).isEqualTo("example.com");
  }

  @Test
  void withManualCaptureTheAmountIsOnlyReserved() throws Exception {
    Session session =
        shop.open(
            shop.payment()
                .setCustomerCreation(SessionCreateParams.CustomerCreation.ALWAYS)
                .setPaymentIntentData(
                    PaymentIntentData.builder()
                        .setCaptureMethod(PaymentIntentData.CaptureMethod.MANUAL)
                        .build()));

    shop.pay(session, "4242424242424242");

    Session complete = shop.read(session);
    assertThat(complete.getStatus()).isEqualTo("complete");
    assertThat(complete.getPaymentStatus()).isEqualTo("unpaid");
    assertThat(complete.getCustomer()).isNotNull();
    PaymentIntent reserved = shop.v1().paymentIntents().retrieve(complete.getPaymentIntent());
    assertThat(reserved.getStatus()).isEqualTo("requires_capture");
    assertThat(shop.v1().paymentIntents().capture(reserved.getId()).getStatus())
        .isEqualTo("succeeded");
  }

  @Test
  void aCardCanBeSavedWithoutAPurchase() throws Exception {
    String customer = shop.customer("Owner").getId();
    Session session =
        shop.open(Storefront.session(Mode.SETUP).setCustomer(customer).setCurrency("usd"));
    assertThat(session.getSetupIntent()).startsWith("seti_");

    assertThat(shop.pay(session, "4000000000000002").status()).isEqualTo(402);
    assertThat(shop.pay(session, "4242424242424242").status()).isEqualTo(200);

    assertThat(shop.v1().setupIntents().retrieve(session.getSetupIntent()).getStatus())
        .isEqualTo("succeeded");
    assertThat(shop.v1().customers().paymentMethods().list(customer).getData()).hasSize(1);
  }

  @Test
  void aSessionIsCompletedOnceHoweverManyPayAtOnce() throws Exception {
    Session session = shop.open(shop.subscription());
    int buyers = 50;
    CountDownLatch gate = new CountDownLatch(1);
    Callable<Integer> buyer =
        () -> {
          gate.await();
          return shop.pay(session, "4242424242424242").status();
        };
    List<Integer> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all =
          java.util.stream.Stream.generate(() -> threads.submit(buyer)).limit(buyers).toList();
      gate.countDown();
      answers = new ArrayList<>();
      for (Future<Integer> one : all) {
        answers.add(one.get());
      }
    }

    assertThat(answers).containsOnly(200, 409);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(shop.v1().subscriptions().list().getData()).hasSize(1);
    assertThat(shop.v1().charges().list().getData()).hasSize(1);
    assertThat(stripe.events("checkout.session.completed")).hasSize(1);
  }

  @Test
  void aCustomerOnATestClockBuysInTheirOwnTime() throws Exception {
    long then = NOW + Duration.ofDays(400).toSeconds();
    String clock =
        shop.v1()
            .testHelpers()
            .testClocks()
            .create(TestClockCreateParams.builder().setFrozenTime(then).build())
            .getId();
    String customer =
        shop.v1()
            .customers()
            .create(CustomerCreateParams.builder().setTestClock(clock).build())
            .getId();
    Session session =
        shop.open(
            shop.subscription()
                .setCustomer(customer)
                .setSubscriptionData(
                    SubscriptionData.builder()
                        .setTrialEnd(then + Duration.ofDays(2).toSeconds())
                        .build()));

    assertThat(session.getCreated()).isEqualTo(then);
    assertThat(session.getExpiresAt()).isEqualTo(then + Duration.ofDays(1).toSeconds());
    stripe.advance(Duration.ofDays(3));
    Reply bought = shop.pay(session, "4242424242424242");
    assertThat(bought.status()).as(bought.body()).isEqualTo(200);
    assertThat(shop.v1().subscriptions().retrieve(bought.text("subscription")).getStartDate())
        .isEqualTo(then);
  }

  @Test
  void anUnknownSessionIsNotFound() throws Exception {
    assertThat(shop.step("checkout/cs_test_x/pay", "{\"card\":\"4242424242424242\"}").status())
        .isEqualTo(404);
    Session session = shop.open(shop.payment());
    assertThat(shop.payWith(session, "not json").status()).isEqualTo(400);
    assertThat(shop.payWith(session, "[]").status()).isEqualTo(400);
    assertThat(shop.payWith(session, "{\"card\":\"4242424242424241\"}").status()).isEqualTo(402);
    assertThat(shop.payWith(session, "{\"card\":\"" + "9".repeat(4000) + "\"}").status())
        .isEqualTo(402);
    assertThat(shop.payWith(session, "{\"card\":\"4242424242424242\",\"exp_year\":-5}").status())
        .isEqualTo(402);
  }
}
