package dev.tollgate.stripelocal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentUpdateParams;
import dev.tollgate.stripelocal.TestStripe;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentIntentsTest {
  private final TestStripe stripe = TestStripe.start();
  private final Payer payer = new Payer(stripe);

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void aGoodCardPaysAtOnce() throws Exception {
    PaymentIntent paid = payer.pay("4242424242424242");

    assertThat(paid.getStatus()).isEqualTo("succeeded");
    assertThat(paid.getAmountReceived()).isEqualTo(2500);
    assertThat(paid.getClientSecret()).startsWith(paid.getId() + "_secret_");
    Charge charge = payer.v1().charges().retrieve(paid.getLatestCharge());
    assertThat(charge.getStatus()).isEqualTo("succeeded");
    assertThat(charge.getCaptured()).isTrue();
    assertThat(charge.getPaymentIntent()).isEqualTo(paid.getId());
    assertThat(charge.getPaymentMethodDetails().getCard().getLast4()).isEqualTo("4242");
    assertThat(charge.getMetadata()).containsEntry("order", "7");
    assertThat(types())
        .containsExactly("payment_intent.created", "charge.succeeded", "payment_intent.succeeded");
  }

  private java.util.List<String> types() throws StripeException {
    return payer.v1().events().list().getData().stream().map(Event::getType).toList().reversed();
  }

  @ParameterizedTest
  @CsvSource({
    "4000000000000002, card_declined, generic_decline",
    "4000000000000341, card_declined, generic_decline",
    "4000000000009995, card_declined, insufficient_funds",
    "4000000000009979, card_declined, stolen_card",
    "4000000000000069, expired_card, expired_card",
    "4000000000000127, incorrect_cvc, incorrect_cvc",
    "4000000000000119, processing_error, processing_error",
    "4111111111111111, card_declined, test_mode_live_card"
  })
  void aRefusedCardLeavesItsAttemptAndAnIntentThatWantsAnother(
      String number, String code, String declineCode) throws Exception {
    assertThatThrownBy(() -> payer.pay(number))
        .isInstanceOfSatisfying(
            CardException.class,
            refusal -> {
              assertThat(refusal.getCode()).isEqualTo(code);
              assertThat(refusal.getDeclineCode()).isEqualTo(declineCode);
              assertThat(refusal.getStripeError().getPaymentIntent().getStatus())
                  .isEqualTo("requires_payment_method");
            });

    PaymentIntent intent = payer.v1().paymentIntents().list().getData().getFirst();
    assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
    assertThat(intent.getPaymentMethod()).isNull();
    assertThat(intent.getLastPaymentError().getCode()).isEqualTo(code);
    assertThat(payer.v1().charges().retrieve(intent.getLatestCharge()).getStatus())
        .isEqualTo("failed");
    assertThat(types())
        .containsExactly(
            "payment_intent.created", "charge.failed", "payment_intent.payment_failed");
  }

  @Test
  void anIntentThatWasRefusedIsPaidWithAnotherCard() throws Exception {
    assertThatThrownBy(() -> payer.pay("4000000000000002")).isInstanceOf(CardException.class);
    PaymentIntent refused = payer.v1().paymentIntents().list().getData().getFirst();

    PaymentIntent paid = confirm(refused, "pm_card_visa");

    assertThat(paid.getStatus()).isEqualTo("succeeded");
    assertThat(paid.getLastPaymentError()).isNull();
    assertThat(payer.v1().charges().list().getData()).hasSize(2);
  }

  private PaymentIntent confirm(PaymentIntent intent, String method) throws StripeException {
    return payer
        .v1()
        .paymentIntents()
        .confirm(
            intent.getId(), PaymentIntentConfirmParams.builder().setPaymentMethod(method).build());
  }

  @Test
  void anIntentWithoutACardWaitsForOne() throws Exception {
    PaymentIntent intent =
        payer
            .v1()
            .paymentIntents()
            .create(PaymentIntentCreateParams.builder().setAmount(900L).setCurrency("INR").build());
    assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
    assertThat(intent.getCurrency()).isEqualTo("inr");
    assertThatThrownBy(() -> payer.v1().paymentIntents().confirm(intent.getId()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("missing a payment method");

    PaymentIntent changed =
        payer
            .v1()
            .paymentIntents()
            .update(
                intent.getId(),
                PaymentIntentUpdateParams.builder()
                    .setAmount(1000L)
                    .setPaymentMethod("pm_card_visa")
                    .build());
    assertThat(changed.getStatus()).isEqualTo("requires_confirmation");
    assertThat(payer.v1().paymentIntents().confirm(intent.getId()).getAmountReceived())
        .isEqualTo(1000);
    unexpected(() -> payer.v1().paymentIntents().confirm(intent.getId()));
    unexpected(() -> payer.v1().paymentIntents().cancel(intent.getId()));
    unexpected(() -> payer.v1().paymentIntents().capture(intent.getId()));
  }

  private static void unexpected(ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state"));
  }

  @Test
  void anAmountBelowTheLeastIsRefused() {
    assertThatThrownBy(
            () ->
                payer
                    .v1()
                    .paymentIntents()
                    .create(
                        PaymentIntentCreateParams.builder()
                            .setAmount(49L)
                            .setCurrency("usd")
                            .build()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> assertThat(refusal.getCode()).isEqualTo("amount_too_small"));
  }

  @Test
  void someoneElsesCardIsRefused() throws Exception {
    PaymentMethod card = payer.saved(payer.customer().getId(), "pm_card_visa");

    assertThatThrownBy(
            () -> payer.v1().paymentIntents().create(Payer.payment(card.getId()).build()))
        .hasMessageContaining("belongs to a Customer");
  }

  @Test
  void aCardKeptForLaterIsAttachedByThePayment() throws Exception {
    Customer customer = payer.customer();

    PaymentIntent paid =
        payer
            .v1()
            .paymentIntents()
            .create(
                Payer.payment("pm_card_visa")
                    .setCustomer(customer.getId())
                    .setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION)
                    .build());

    assertThat(payer.v1().paymentMethods().retrieve(paid.getPaymentMethod()).getCustomer())
        .isEqualTo(customer.getId());
    assertThat(
            payer
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setCustomer(customer.getId()).build())
                .getData())
        .hasSize(1);
  }

  @Test
  void aCardThatAsksIsPaidOnceTheBuyerAuthenticates() throws Exception {
    PaymentIntent asked = payer.pay("4000002760003184");
    assertThat(asked.getStatus()).isEqualTo("requires_action");
    assertThat(asked.getNextAction().getRedirectToUrl().getUrl()).endsWith(asked.getId());

    authenticate(asked, true);

    PaymentIntent paid = payer.v1().paymentIntents().retrieve(asked.getId());
    assertThat(paid.getStatus()).isEqualTo("succeeded");
    assertThat(paid.getNextAction()).isNull();
    assertThat(types()).contains("payment_intent.requires_action", "payment_intent.succeeded");
    assertThat(authenticate(asked, true)).contains("payment_intent_unexpected_state");
  }

  @Test
  void aBuyerWhoFailsToAuthenticatePaysNothing() throws Exception {
    PaymentIntent asked = payer.pay("4000002760003184");

    authenticate(asked, false);

    PaymentIntent failed = payer.v1().paymentIntents().retrieve(asked.getId());
    assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
    assertThat(failed.getLastPaymentError().getCode())
        .isEqualTo("payment_intent_authentication_failure");
    assertThat(failed.getAmountReceived()).isZero();
  }

  private String authenticate(PaymentIntent intent, boolean success) {
    return stripe.test(
        "payment_intents/" + intent.getId() + "/authenticate", "{\"success\":" + success + "}");
  }

  @Test
  void whileTheBuyerIsAwayACardThatAsksIsRefused() throws Exception {
    String customer = payer.customer().getId();
    String always = payer.saved(customer, "pm_card_authenticationRequired").getId();

    assertThatThrownBy(() -> payAbsent(customer, always))
        .isInstanceOfSatisfying(
            CardException.class,
            refusal -> assertThat(refusal.getCode()).isEqualTo("authentication_required"));
    assertThatThrownBy(
            () ->
                payer
                    .v1()
                    .paymentIntents()
                    .create(
                        Payer.payment(always)
                            .setCustomer(customer)
                            .setErrorOnRequiresAction(true)
                            .build()))
        .isInstanceOf(CardException.class);
  }

  @Test
  void aCardThatWasSetUpOncePaysWhileTheBuyerIsAway() throws Exception {
    String customer = payer.customer().getId();
    String card = payer.card("4000002500003155").getId();
    PaymentIntent first =
        payer
            .v1()
            .paymentIntents()
            .create(
                Payer.payment(card)
                    .setCustomer(customer)
                    .setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION)
                    .build());
    assertThat(first.getStatus()).isEqualTo("requires_action");
    authenticate(first, true);

    assertThat(payAbsent(customer, card).getStatus()).isEqualTo("succeeded");
  }

  private PaymentIntent payAbsent(String customer, String method) throws StripeException {
    return payer
        .v1()
        .paymentIntents()
        .create(Payer.payment(method).setCustomer(customer).setOffSession(true).build());
  }

  @Test
  void aSavedCardExpiresAsTimePasses() throws Exception {
    String customer = payer.customer().getId();
    String card =
        payer.v1().paymentMethods().create(Payer.card("4242424242424242", 9, 2026)).getId();
    payer.saved(customer, card);
    assertThat(payAbsent(customer, card).getStatus()).isEqualTo("succeeded");

    stripe.advance(Duration.ofDays(61)); // to October
    assertThatThrownBy(() -> payAbsent(customer, card))
        .isInstanceOfSatisfying(
            CardException.class,
            refusal -> assertThat(refusal.getCode()).isEqualTo("expired_card"));
  }
}
