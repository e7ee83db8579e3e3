package dev.tollgate.stripelocal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.RefundCreateParams;
import dev.tollgate.stripelocal.TestStripe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputesTest {
  private final TestStripe stripe = TestStripe.start();
  private final Payer payer = new Payer(stripe);

  @AfterEach
  void close() {
    stripe.close();
  }

  @ParameterizedTest
  @CsvSource({"4000000000000259, fraudulent", "4000000000002685, product_not_received"})
  void somePaymentsAreDisputedAtOnce(String number, String reason) throws Exception {
    PaymentIntent paid = payer.pay(number);

    assertThat(paid.getStatus()).isEqualTo("succeeded");
    Dispute dispute = only(paid);
    assertThat(dispute.getReason()).isEqualTo(reason);
    assertThat(dispute.getStatus()).isEqualTo("needs_response");
    assertThat(dispute.getAmount()).isEqualTo(2500);
    assertThat(dispute.getEvidenceDetails().getDueBy())
        .isGreaterThan(TestStripe.START.getEpochSecond());
    assertThat(payer.v1().charges().retrieve(paid.getLatestCharge()).getDisputed()).isTrue();
    assertThat(stripe.events("charge.dispute.created")).hasSize(1);
    assertThat(stripe.events("charge.dispute.funds_withdrawn")).hasSize(1);
  }

  private Dispute only(PaymentIntent paid) throws StripeException {
    return payer
        .v1()
        .disputes()
        .list(DisputeListParams.builder().setPaymentIntent(paid.getId()).build())
        .getData()
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({"winning_evidence, won", "losing_evidence, lost", "a receipt, under_review"})
  void theEvidenceDecides(String evidence, String status) throws Exception {
    Dispute dispute = only(payer.pay("4000000000000259"));

    Dispute answered =
        payer
            .v1()
            .disputes()
            .update(
                dispute.getId(),
                DisputeUpdateParams.builder()
                    .setEvidence(
                        DisputeUpdateParams.Evidence.builder()
                            .setUncategorizedText(evidence)
                            .build())
                    .setSubmit(true)
                    .build());

    assertThat(answered.getStatus()).isEqualTo(status);
    assertThat(answered.getEvidence().getUncategorizedText()).isEqualTo(evidence);
    assertThat(answered.getEvidenceDetails().getHasEvidence()).isTrue();
  }

  @Test
  void aDisputeGivenUpIsLostAndTheMoneyCanNotBeRefunded() throws Exception {
    PaymentIntent paid = payer.pay("4000000000000259");
    Dispute dispute = only(paid);

    assertThat(payer.v1().disputes().close(dispute.getId()).getStatus()).isEqualTo("lost");

    assertThat(stripe.events("charge.dispute.closed")).hasSize(1);
    assertThatThrownBy(() -> payer.v1().disputes().close(dispute.getId()))
        .hasMessageContaining("already closed");
    assertThatThrownBy(
            () ->
                payer
                    .v1()
                    .refunds()
                    .create(RefundCreateParams.builder().setPaymentIntent(paid.getId()).build()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> assertThat(refusal.getCode()).isEqualTo("charge_disputed"));
  }

  @Test
  void anyChargeIsDisputedAndDecidedByATest() throws Exception {
    PaymentIntent paid = payer.pay("4242424242424242");

    stripe.test("charges/" + paid.getLatestCharge() + "/dispute", "{\"reason\":\"duplicate\"}");
    Dispute dispute = only(paid);
    assertThat(dispute.getReason()).isEqualTo("duplicate");
    stripe.test("disputes/" + dispute.getId() + "/close", "{\"status\":\"won\"}");

    assertThat(payer.v1().disputes().retrieve(dispute.getId()).getStatus()).isEqualTo("won");
    assertThat(stripe.events("charge.dispute.funds_reinstated")).hasSize(1);
    assertThat(stripe.events("charge.dispute.closed")).hasSize(1);
    assertThat(stripe.test("charges/" + paid.getLatestCharge() + "/dispute", ""))
        .contains("nothing to dispute");
    assertThat(stripe.test("disputes/" + dispute.getId() + "/close", "{\"status\":\"eaten\"}"))
        .contains("won or lost");
  }
}
