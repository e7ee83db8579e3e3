package dev.tollgate.stripelocal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.RefundUpdateParams;
import dev.tollgate.stripelocal.TestStripe;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefundsTest {
  private final TestStripe stripe = TestStripe.start();
  private final Payer payer = new Payer(stripe);

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void partsAreRefundedUntilNothingIsLeft() throws Exception {
    PaymentIntent paid = payer.pay("4242424242424242");

    Refund first = refund(paid, 1000L);
    assertThat(first.getStatus()).isEqualTo("succeeded");
    assertThat(first.getCharge()).isEqualTo(paid.getLatestCharge());
    assertThat(charge(paid).getAmountRefunded()).isEqualTo(1000);
    assertThat(charge(paid).getRefunded()).isFalse();
    assertThatThrownBy(() -> refund(paid, 1501L))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> {
              assertThat(refusal.getParam()).isEqualTo("amount");
              assertThat(refusal.getMessage()).contains("greater than unrefunded amount");
            });
    assertThatThrownBy(() -> refund(paid, 0L)).isInstanceOf(InvalidRequestException.class);

    assertThat(refund(paid, null).getAmount()).isEqualTo(1500);
    assertThat(charge(paid).getRefunded()).isTrue();
    assertThat(charge(paid).getRefunds().getData()).hasSize(2);
    assertThatThrownBy(() -> refund(paid, 1L))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> assertThat(refusal.getCode()).isEqualTo("charge_already_refunded"));
    assertThat(stripe.events("charge.refunded")).hasSize(2);
    assertThat(stripe.events("refund.created")).hasSize(2);
  }

  private Refund refund(PaymentIntent intent, @Nullable Long amount) throws StripeException {
    return payer
        .v1()
        .refunds()
        .create(
            RefundCreateParams.builder()
                .setPaymentIntent(intent.getId())
                .setAmount(amount)
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .build());
  }

  private Charge charge(PaymentIntent intent) throws StripeException {
    return payer
        .v1()
        .charges()
        .retrieve(
            intent.getLatestCharge(), ChargeRetrieveParams.builder().addExpand("refunds").build());
  }

  @Test
  void aRefundIsFoundByChargeAndCarriesMetadata() throws Exception {
    PaymentIntent paid = payer.pay("4242424242424242");
    Refund made =
        payer
            .v1()
            .refunds()
            .create(RefundCreateParams.builder().setCharge(paid.getLatestCharge()).build());

    payer
        .v1()
        .refunds()
        .update(made.getId(), RefundUpdateParams.builder().putMetadata("a", "b").build());

    assertThat(
            payer
                .v1()
                .refunds()
                .list(RefundListParams.builder().setPaymentIntent(paid.getId()).build())
                .getData())
        .singleElement()
        .satisfies(refund -> assertThat(refund.getMetadata()).containsEntry("a", "b"));
    assertThat(stripe.events("refund.updated")).hasSize(1);
    assertThatThrownBy(() -> payer.v1().refunds().cancel(made.getId()))
        .hasMessageContaining("cannot be canceled");
  }

  @Test
  void whatWasNotPaidIsNotRefunded() throws Exception {
    PaymentIntent asked = payer.pay("4000002760003184");

    assertThatThrownBy(() -> refund(asked, null)).hasMessageContaining("successful charge");
    assertThatThrownBy(() -> payer.v1().refunds().create(RefundCreateParams.builder().build()))
        .hasMessageContaining("payment_intent or charge");
  }

  @Test
  void aSlowRefundArrivesLaterOrIsStopped() throws Exception {
    Refund slow = refund(payer.pay("4000000000007726"), null);
    assertThat(slow.getStatus()).isEqualTo("pending");
    PaymentIntent paid = payer.pay("4000000000007726");
    Refund stopped = refund(paid, null);

    assertThat(payer.v1().refunds().cancel(stopped.getId()).getStatus()).isEqualTo("canceled");
    stripe.advance(Duration.ofHours(1));

    assertThat(payer.v1().refunds().retrieve(slow.getId()).getStatus()).isEqualTo("succeeded");
    assertThat(payer.v1().refunds().retrieve(stopped.getId()).getStatus()).isEqualTo("canceled");
    assertThat(charge(paid).getAmountRefunded()).isZero();
  }

  @Test
  void aRefundCanFailAfterwards() throws Exception {
    PaymentIntent paid = payer.pay("4000000000005126");
    Refund refund = refund(paid, null);
    assertThat(refund.getStatus()).isEqualTo("succeeded");

    stripe.advance(Duration.ofHours(1));

    Refund failed = payer.v1().refunds().retrieve(refund.getId());
    assertThat(failed.getStatus()).isEqualTo("failed");
    assertThat(failed.getFailureReason()).isEqualTo("expired_or_canceled_card");
    assertThat(charge(paid).getRefunded()).isFalse();
    assertThat(stripe.events("refund.failed")).hasSize(1);
  }
}
