package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.stripelocal.settings.Positions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChargesTest {
  private final Provider provider = new Provider();
  private final String customer = provider.customer();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void whatIsBegunIsOwedAndCanBePaidOnAPageBeforeAnythingIsCharged() {
    String contract = begin("try-8");
    Contract begun = provider.contract(customer);
    assertThat(begun.id()).isEqualTo(contract);
    assertThat(begun.status()).isEqualTo(ContractStatus.INCOMPLETE);
    assertThat(begun.plan()).isEqualTo("team");
    Charges.Owed owed = provider.charges.owed(contract).orElseThrow();
    assertThat(owed.due()).isEqualTo(new Money(4900, "USD"));
    assertThat(owed.url()).isPresent();
    assertThat(owed.nextTry()).isEmpty();
    assertThat(charges()).isZero();
  }

  @Test
  void oneKeyIsOneContractWhateverCardThereIs() {
    String contract = begin("try-8");
    leaves("pm_card_visa");
    assertThat(begin("try-8")).isEqualTo(contract);
    assertThat(provider.state(customer)).hasSize(1);
  }

  @Test
  void underAKeyOfAnotherOrderTheOrderIsTakenAllTheSame() {
    String contract = begin("try-8");
    Charges.Order other =
        new Charges.Order(
            Fixtures.TENANT,
            customer,
            "scale",
            List.of(new Checkouts.Line(provider.better, OptionalInt.of(1))));
    String second = provider.charges.begin(other, "try-8");
    assertThat(second).isNotEqualTo(contract);
    assertThat(provider.charges.begin(other, "try-8")).isEqualTo(second);
  }

  @Test
  void aGoodCardPaysAndPaysOnce() {
    leaves("pm_card_visa");
    String contract = begin("try-8");
    provider.charges.pay(contract, "try-8-pay");
    provider.charges.pay(contract, "try-8-pay");
    provider.charges.pay(contract, "try-9-pay");
    assertThat(provider.contract(customer).status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(provider.charges.owed(contract)).isEmpty();
    assertThat(charges()).isEqualTo(1);
    assertThat(provider.subscription(contract).getDefaultPaymentMethod()).isNotNull();
  }

  @Test
  void aCardThatRefusesAndNoCardAtAllLeaveItOwed() {
    String contract = begin("try-8");
    provider.charges.pay(contract, "try-8-pay");
    assertThat(provider.charges.owed(contract)).isPresent();
    leaves(Provider.BROKE_CARD);
    provider.charges.pay(contract, "try-9-pay");
    provider.charges.pay(contract, "try-9-pay");
    assertThat(provider.charges.owed(contract)).isPresent();
    assertThat(charges()).as("refused once").isEqualTo(1);
    leaves("pm_card_visa");
    provider.charges.pay(contract, "try-10-pay");
    assertThat(provider.contract(customer).status()).isEqualTo(ContractStatus.ACTIVE);
  }

  @Test
  void whatIsNeverPaidIsNotOwedAfterADay() {
    String contract = begin("try-8");
    provider.advance(Duration.ofHours(23));
    assertThat(provider.contract(customer).status()).isEqualTo(ContractStatus.INCOMPLETE_EXPIRED);
    assertThat(provider.charges.owed(contract)).isEmpty();
    provider.charges.pay(contract, "try-9-pay");
  }

  @Test
  void aLostAnswerIsUnavailableAndTheNextTryFindsWhatWasDone() {
    leaves("pm_card_visa");
    String contract = begin("try-8");
    provider.server().knobs().turn(at -> at.withCutNext(Positions.Faults.of(0, 3, "/pay")));
    assertThatThrownBy(() -> provider.charges.pay(contract, "try-8-pay"))
        .isInstanceOf(Unavailable.class);
    provider.charges.pay(contract, "try-8-pay");
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void nobodyOwesOnAContractThatIsNotThere() {
    assertThat(provider.charges.owed("sub_none")).isEmpty();
  }

  private String begin(String key) {
    return provider.charges.begin(
        new Charges.Order(
            Fixtures.TENANT,
            customer,
            "team",
            List.of(
                new Checkouts.Line(provider.seats, OptionalInt.of(1)),
                new Checkouts.Line(provider.overage, OptionalInt.empty()))),
        key);
  }

  private int charges() {
    return provider
        .raw(
            stripe ->
                stripe
                    .v1()
                    .charges()
                    .list(
                        com.stripe.param.ChargeListParams.builder().setCustomer(customer).build()))
        .getData()
        .size();
  }

  private void leaves(String card) {
    String method =
        provider
            .raw(
                stripe ->
                    stripe
                        .v1()
                        .paymentMethods()
                        .attach(
                            card,
                            PaymentMethodAttachParams.builder().setCustomer(customer).build()))
            .getId();
    var _ =
        provider.raw(
            stripe ->
                stripe
                    .v1()
                    .customers()
                    .update(
                        customer,
                        CustomerUpdateParams.builder()
                            .setInvoiceSettings(
                                CustomerUpdateParams.InvoiceSettings.builder()
                                    .setDefaultPaymentMethod(method)
                                    .build())
                            .build()));
  }
}
