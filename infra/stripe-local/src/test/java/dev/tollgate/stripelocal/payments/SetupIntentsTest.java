package dev.tollgate.stripelocal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.SetupIntent;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentListParams;
import dev.tollgate.stripelocal.TestStripe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SetupIntentsTest {
  private final TestStripe stripe = TestStripe.start();
  private final Payer payer = new Payer(stripe);

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void aCardIsSavedForItsOwner() throws Exception {
    String customer = payer.customer().getId();

    SetupIntent done = setUp(customer, "pm_card_visa");

    assertThat(done.getStatus()).isEqualTo("succeeded");
    assertThat(payer.v1().paymentMethods().retrieve(done.getPaymentMethod()).getCustomer())
        .isEqualTo(customer);
    assertThat(stripe.events("setup_intent.succeeded")).hasSize(1);
    assertThatThrownBy(() -> payer.v1().setupIntents().cancel(done.getId()))
        .hasMessageContaining("status of succeeded");
    assertThat(
            payer
                .v1()
                .setupIntents()
                .list(SetupIntentListParams.builder().setCustomer(customer).build())
                .getData())
        .hasSize(1);
  }

  private SetupIntent setUp(String customer, String method) throws StripeException {
    return payer
        .v1()
        .setupIntents()
        .create(
            SetupIntentCreateParams.builder()
                .setCustomer(customer)
                .setPaymentMethod(method)
                .setConfirm(true)
                .build());
  }

  @Test
  void aDeclinedCardIsNotSavedAndAnotherMayFollow() throws Exception {
    String customer = payer.customer().getId();
    assertThatThrownBy(() -> setUp(customer, "pm_card_chargeDeclined"))
        .isInstanceOfSatisfying(
            CardException.class,
            refusal ->
                assertThat(refusal.getStripeError().getSetupIntent().getStatus())
                    .isEqualTo("requires_payment_method"));
    SetupIntent refused = payer.v1().setupIntents().list().getData().getFirst();

    SetupIntent done =
        payer
            .v1()
            .setupIntents()
            .confirm(
                refused.getId(),
                SetupIntentConfirmParams.builder().setPaymentMethod("pm_card_visa").build());

    assertThat(done.getStatus()).isEqualTo("succeeded");
    assertThat(done.getLastSetupError()).isNull();
    assertThat(stripe.events("setup_intent.setup_failed")).hasSize(1);
  }

  @Test
  void aCardThatAsksIsSavedOnceItsOwnerAuthenticates() throws Exception {
    String customer = payer.customer().getId();
    SetupIntent asked = setUp(customer, "pm_card_authenticationRequiredOnSetup");
    assertThat(asked.getStatus()).isEqualTo("requires_action");

    stripe.test("setup_intents/" + asked.getId() + "/authenticate", "{\"success\":false}");
    assertThat(payer.v1().setupIntents().retrieve(asked.getId()).getLastSetupError().getCode())
        .isEqualTo("setup_intent_authentication_failure");
    SetupIntent again = setUp(customer, "pm_card_authenticationRequiredOnSetup");
    stripe.test("setup_intents/" + again.getId() + "/authenticate", "");

    assertThat(payer.v1().setupIntents().retrieve(again.getId()).getStatus())
        .isEqualTo("succeeded");
    assertThat(payer.v1().customers().paymentMethods().list(customer).getData()).hasSize(1);
  }

  @Test
  void anIntentNobodyUsesIsCanceled() throws Exception {
    SetupIntent open = payer.v1().setupIntents().create(SetupIntentCreateParams.builder().build());

    assertThat(payer.v1().setupIntents().cancel(open.getId()).getStatus()).isEqualTo("canceled");
    assertThat(stripe.events("setup_intent.canceled")).hasSize(1);
  }
}
