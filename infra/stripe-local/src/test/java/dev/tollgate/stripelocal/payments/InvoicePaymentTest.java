package dev.tollgate.stripelocal.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionCreateParams.PaymentBehavior;
import dev.tollgate.stripelocal.TestStripe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Intents that pay invoices, confirmed by the buyer. */
class InvoicePaymentTest {
  private final TestStripe stripe = TestStripe.start();
  private final Payer payer = new Payer(stripe);

  @AfterEach
  void close() {
    stripe.close();
  }

  private Subscription subscribe(PaymentBehavior behavior, String card) throws StripeException {
    String price =
        payer
            .v1()
            .prices()
            .create(
                PriceCreateParams.builder()
                    .setCurrency("usd")
                    .setUnitAmount(4900L)
                    .setProductData(PriceCreateParams.ProductData.builder().setName("Pro").build())
                    .setRecurring(
                        PriceCreateParams.Recurring.builder()
                            .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                            .build())
                    .build())
            .getId();
    String customer = payer.customer().getId();
    return payer
        .v1()
        .subscriptions()
        .create(
            SubscriptionCreateParams.builder()
                .setCustomer(customer)
                .addItem(SubscriptionCreateParams.Item.builder().setPrice(price).build())
                .setDefaultPaymentMethod(payer.saved(customer, card).getId())
                .setPaymentBehavior(behavior)
                .build());
  }

  private Subscription read(Subscription subscription) throws StripeException {
    return payer.v1().subscriptions().retrieve(subscription.getId());
  }

  private PaymentIntent onlyIntent() throws StripeException {
    return payer.v1().paymentIntents().list().getData().getFirst();
  }

  @Test
  void aBuyerWhoConfirmsTheIntentStartsTheSubscription() throws Exception {
    Subscription waiting = subscribe(PaymentBehavior.DEFAULT_INCOMPLETE, "pm_card_visa");
    assertThat(waiting.getStatus()).isEqualTo("incomplete");
    PaymentIntent intent = onlyIntent();
    assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
    assertThat(intent.getAmount()).isEqualTo(4900);

    payer
        .v1()
        .paymentIntents()
        .confirm(
            intent.getId(),
            PaymentIntentConfirmParams.builder()
                .setPaymentMethod(waiting.getDefaultPaymentMethod())
                .build());

    assertThat(read(waiting).getStatus()).isEqualTo("active");
    assertThat(stripe.events("invoice.paid")).hasSize(1);
    assertThat(payer.v1().charges().list().getData()).hasSize(1);
  }

  @Test
  void aCardThatAsksStartsTheSubscriptionOnceItsOwnerAuthenticates() throws Exception {
    Subscription waiting =
        subscribe(PaymentBehavior.ALLOW_INCOMPLETE, "pm_card_authenticationRequired");
    assertThat(waiting.getStatus()).isEqualTo("incomplete");
    assertThat(stripe.events("invoice.payment_action_required")).hasSize(1);
    PaymentIntent intent = onlyIntent();

    stripe.test("payment_intents/" + intent.getId() + "/authenticate", "{\"success\":false}");
    assertThat(read(waiting).getStatus()).isEqualTo("incomplete");
    assertThat(onlyIntent().getStatus()).isEqualTo("requires_payment_method");

    payer
        .v1()
        .paymentIntents()
        .confirm(
            intent.getId(),
            PaymentIntentConfirmParams.builder()
                .setPaymentMethod(waiting.getDefaultPaymentMethod())
                .build());
    stripe.test("payment_intents/" + intent.getId() + "/authenticate", "");
    assertThat(read(waiting).getStatus()).isEqualTo("active");
    assertThat(payer.v1().paymentIntents().list().getData()).hasSize(1);
  }

  @Test
  void aCardThatFailsWhenChargedLeavesTheSubscriptionIncomplete() throws Exception {
    Subscription refused =
        subscribe(PaymentBehavior.ALLOW_INCOMPLETE, "pm_card_chargeCustomerFail");

    assertThat(refused.getStatus()).isEqualTo("incomplete");
    assertThat(onlyIntent().getLastPaymentError().getDeclineCode()).isEqualTo("generic_decline");
    assertThat(stripe.events("invoice.payment_failed")).hasSize(1);
  }
}
