package dev.tollgate.stripelocal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentMethod;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.PaymentMethodUpdateParams;
import dev.tollgate.stripelocal.TestStripe;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentMethodsTest {
  private final TestStripe stripe = TestStripe.start();
  private final Payer payer = new Payer(stripe);

  @AfterEach
  void close() {
    stripe.close();
  }

  @ParameterizedTest
  @CsvSource({
    "4242424242424242, visa, credit, 4242",
    "4242 4242 4242 4242, visa, credit, 4242",
    "5555555555554444, mastercard, credit, 4444",
    "378282246310005, amex, credit, 0005",
    "4000056655665556, visa, debit, 5556"
  })
  void theNumberSaysBrandAndFunding(String number, String brand, String funding, String last4)
      throws Exception {
    PaymentMethod.Card card = payer.card(number).getCard();

    assertThat(card.getBrand()).isEqualTo(brand);
    assertThat(card.getFunding()).isEqualTo(funding);
    assertThat(card.getLast4()).isEqualTo(last4);
    assertThat(card.getExpMonth()).isEqualTo(12);
    assertThat(card.getExpYear()).isEqualTo(2030);
  }

  @Test
  void aTestIdStandsForANewCardEachTime() throws Exception {
    Customer customer = payer.customer();

    PaymentMethod first = payer.saved(customer.getId(), "pm_card_visa");
    PaymentMethod second = payer.saved(customer.getId(), "pm_card_mastercard");

    assertThat(first.getId()).startsWith("pm_").isNotEqualTo("pm_card_visa");
    assertThat(first.getCustomer()).isEqualTo(customer.getId());
    assertThat(
            payer
                .v1()
                .customers()
                .paymentMethods()
                .list(customer.getId(), CustomerPaymentMethodListParams.builder().build())
                .getData())
        .extracting(PaymentMethod::getId)
        .containsExactly(second.getId(), first.getId());
    assertThat(stripe.events("payment_method.attached")).hasSize(2);
  }

  @Test
  void methodsAreListedForTheirCustomerOnly() throws Exception {
    Customer customer = payer.customer();
    Customer other = payer.customer();
    PaymentMethod card = payer.saved(customer.getId(), "pm_card_visa");

    assertThat(listed(customer)).extracting(PaymentMethod::getId).containsExactly(card.getId());
    assertThat(listed(other)).isEmpty();
    assertThat(payer.v1().paymentMethods().list().getData()).isEmpty();
    assertThat(
            payer
                .v1()
                .customers()
                .paymentMethods()
                .retrieve(customer.getId(), card.getId())
                .getId())
        .isEqualTo(card.getId());
    assertThatThrownBy(
            () -> payer.v1().customers().paymentMethods().retrieve(other.getId(), card.getId()))
        .hasMessageContaining("No such payment_method");
  }

  private java.util.List<PaymentMethod> listed(Customer customer) throws StripeException {
    return payer
        .v1()
        .paymentMethods()
        .list(PaymentMethodListParams.builder().setCustomer(customer.getId()).build())
        .getData();
  }

  @Test
  void aWrongNumberIsSaidToBeWrong() {
    refused(() -> payer.card("4242424242424241"), "incorrect_number");
    refused(() -> payer.card("12"), "incorrect_number");
    refused(() -> payer.card("four"), "incorrect_number");
  }

  @Test
  void aDateThatIsOverIsSaidToBeOver() throws Exception {
    refused(() -> create(7, 2026), "expired_card");
    assertThat(create(8, 2026).getCard().getExpMonth()).as("the present month").isEqualTo(8);
    assertThat(create(9, 26).getCard().getExpYear()).isEqualTo(2026);
    refused(() -> create(13, 2030), "invalid_expiry_month");
    refused(() -> create(1, 9999), "invalid_expiry_year");
  }

  private PaymentMethod create(long month, long year) throws StripeException {
    return payer.v1().paymentMethods().create(Payer.card("4242424242424242", month, year));
  }

  @Test
  void aDeclinedCardCanNotBeSavedButOneThatFailsLaterCan() throws Exception {
    Customer customer = payer.customer();

    refused(() -> payer.saved(customer.getId(), "pm_card_chargeDeclined"), "card_declined");
    assertThat(payer.saved(customer.getId(), "pm_card_chargeCustomerFail").getCustomer())
        .isEqualTo(customer.getId());
    assertThat(stripe.events("payment_method.attached")).hasSize(1);
  }

  @Test
  void aCardHasOneOwnerAndIsGoneOnceDetached() throws Exception {
    Customer customer = payer.customer();
    Customer other = payer.customer();
    PaymentMethod card = payer.saved(customer.getId(), "pm_card_visa");

    assertThatThrownBy(() -> payer.saved(other.getId(), card.getId()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("already been attached");
    assertThat(payer.v1().paymentMethods().detach(card.getId()).getCustomer()).isNull();
    assertThatThrownBy(() -> payer.saved(other.getId(), card.getId()))
        .hasMessageContaining("may not be used again");
    assertThatThrownBy(() -> payer.v1().paymentMethods().detach(card.getId()))
        .hasMessageContaining("not attached");
    assertThat(stripe.events("payment_method.detached"))
        .singleElement()
        .satisfies(event -> assertThat(before(event)).containsEntry("customer", customer.getId()));
  }

  @Test
  void aDetachedDefaultIsForgottenByItsCustomer() throws Exception {
    Customer customer = payer.customer();
    PaymentMethod card = payer.saved(customer.getId(), "pm_card_visa");
    payer
        .v1()
        .customers()
        .update(
            customer.getId(),
            CustomerUpdateParams.builder()
                .setInvoiceSettings(
                    CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(card.getId())
                        .build())
                .build());

    payer.v1().paymentMethods().detach(card.getId());

    assertThat(
            payer
                .v1()
                .customers()
                .retrieve(customer.getId())
                .getInvoiceSettings()
                .getDefaultPaymentMethod())
        .isNull();
  }

  @Test
  void anUpdateChangesDateAndOwnersName() throws Exception {
    PaymentMethod card = payer.saved(payer.customer().getId(), "pm_card_visa");

    PaymentMethod updated =
        payer
            .v1()
            .paymentMethods()
            .update(
                card.getId(),
                PaymentMethodUpdateParams.builder()
                    .setCard(PaymentMethodUpdateParams.Card.builder().setExpYear(2040L).build())
                    .setBillingDetails(
                        PaymentMethodUpdateParams.BillingDetails.builder().setName("New").build())
                    .putMetadata("a", "b")
                    .build());

    assertThat(updated.getCard().getExpYear()).isEqualTo(2040);
    assertThat(updated.getBillingDetails().getName()).isEqualTo("New");
    assertThat(updated.getMetadata()).containsEntry("a", "b");
    assertThat(stripe.events("payment_method.updated")).hasSize(1);
  }

  @Test
  void theNetworkRenewsACardByItself() throws Exception {
    PaymentMethod card = payer.saved(payer.customer().getId(), "pm_card_visa");

    stripe.test("payment_methods/" + card.getId() + "/auto_update", "{\"exp_year\":2044}");

    assertThat(payer.v1().paymentMethods().retrieve(card.getId()).getCard().getExpYear())
        .isEqualTo(2044);
    assertThat(stripe.events("payment_method.automatically_updated"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(before(event))
                    .hasToString("{card={exp_year=%d}}".formatted(card.getCard().getExpYear())));
  }

  private static Map<String, Object> before(Event event) {
    return event.getData().getPreviousAttributes();
  }

  private static void refused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CardException.class, refusal -> assertThat(refusal.getCode()).isEqualTo(code));
  }
}
