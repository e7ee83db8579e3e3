package dev.tollgate.stripelocal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import dev.tollgate.stripelocal.TestStripe;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaptureTest {
  private static final long WEEK = Duration.ofDays(7).toSeconds();

  private final TestStripe stripe = TestStripe.start();
  private final Payer payer = new Payer(stripe);

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void anAmountIsReservedForAWeek() throws Exception {
    PaymentIntent reserved = reserve();

    assertThat(reserved.getStatus()).isEqualTo("requires_capture");
    assertThat(reserved.getAmountCapturable()).isEqualTo(2500);
    assertThat(reserved.getAmountReceived()).isZero();
    Charge charge = charge(reserved);
    assertThat(charge.getCaptured()).isFalse();
    assertThat(charge.getAmountCaptured()).isZero();
    assertThat(charge.getPaymentMethodDetails().getCard().getCaptureBefore())
        .isEqualTo(TestStripe.START.getEpochSecond() + WEEK);
    assertThat(stripe.events("payment_intent.amount_capturable_updated")).hasSize(1);
    assertThat(stripe.events("payment_intent.succeeded")).isEmpty();
  }

  private PaymentIntent reserve() throws StripeException {
    return payer
        .v1()
        .paymentIntents()
        .create(
            Payer.payment("pm_card_visa")
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .build());
  }

  private Charge charge(PaymentIntent intent) throws StripeException {
    return payer.v1().charges().retrieve(intent.getLatestCharge());
  }

  @Test
  void aCaptureTakesAllOrAPart() throws Exception {
    PaymentIntent whole = payer.v1().paymentIntents().capture(reserve().getId());
    PaymentIntent part = capture(reserve(), 1000);

    assertThat(whole.getStatus()).isEqualTo("succeeded");
    assertThat(whole.getAmountReceived()).isEqualTo(2500);
    assertThat(part.getAmountReceived()).isEqualTo(1000);
    assertThat(part.getAmountCapturable()).isZero();
    assertThat(charge(part).getAmountCaptured()).isEqualTo(1000);
    assertThat(charge(part).getRefunded()).isFalse();
    assertThat(stripe.events("charge.captured")).hasSize(2);
    assertThatThrownBy(() -> refund(part, 1001)).hasMessageContaining("greater than unrefunded");
    assertThat(refund(part, 1000)).isEqualTo("succeeded");
  }

  private PaymentIntent capture(PaymentIntent intent, long amount) throws StripeException {
    return payer
        .v1()
        .paymentIntents()
        .capture(
            intent.getId(),
            PaymentIntentCaptureParams.builder().setAmountToCapture(amount).build());
  }

  private String refund(PaymentIntent intent, long amount) throws StripeException {
    return payer
        .v1()
        .refunds()
        .create(
            RefundCreateParams.builder().setPaymentIntent(intent.getId()).setAmount(amount).build())
        .getStatus();
  }

  @Test
  void aCaptureTakesNoMoreThanIsReservedAndOnlyOnce() throws Exception {
    PaymentIntent reserved = reserve();
    assertThatThrownBy(() -> capture(reserved, 2501))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("2500");
    assertThatThrownBy(() -> capture(reserved, 0)).isInstanceOf(InvalidRequestException.class);

    capture(reserved, 2500);
    assertThatThrownBy(() -> capture(reserved, 1))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state"));
  }

  @Test
  void aReservationIsReleasedOnCancel() throws Exception {
    PaymentIntent reserved = reserve();

    PaymentIntent canceled =
        payer
            .v1()
            .paymentIntents()
            .cancel(
                reserved.getId(),
                PaymentIntentCancelParams.builder()
                    .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                    .build());

    assertThat(canceled.getStatus()).isEqualTo("canceled");
    assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
    assertThat(canceled.getAmountCapturable()).isZero();
    assertThat(charge(canceled).getCaptured()).isFalse();
    assertThat(charge(canceled).getRefunded()).isTrue();
    stripe.advance(Duration.ofDays(8));
    assertThat(stripe.events("charge.expired")).isEmpty();
  }

  @Test
  void aReservationNobodyCapturesExpiresAfterAWeek() throws Exception {
    PaymentIntent reserved = reserve();

    stripe.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(payer.v1().paymentIntents().retrieve(reserved.getId()).getStatus())
        .isEqualTo("requires_capture");
    stripe.advance(Duration.ofSeconds(1));

    PaymentIntent expired = payer.v1().paymentIntents().retrieve(reserved.getId());
    assertThat(expired.getStatus()).isEqualTo("canceled");
    assertThat(expired.getCancellationReason()).isEqualTo("automatic");
    assertThat(stripe.events("payment_intent.canceled")).hasSize(1);
    assertThat(stripe.events("charge.expired")).hasSize(1);
    assertThatThrownBy(() -> capture(reserved, 2500)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aCaptureInTimeKeepsTheMoney() throws Exception {
    PaymentIntent reserved = reserve();
    stripe.advance(Duration.ofDays(6));
    capture(reserved, 2500);

    stripe.advance(Duration.ofDays(2));

    assertThat(payer.v1().paymentIntents().retrieve(reserved.getId()).getStatus())
        .isEqualTo("succeeded");
  }
}
