package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.param.PaymentIntentConfirmParams;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.payments.CardPayments.Refund;
import dev.tollgate.core.payments.CardPayments.State;
import dev.tollgate.core.payments.CardPayments.Status;
import dev.tollgate.core.payments.Payment;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CardPaymentsTest {
  private static final Money PRICE = new Money(1200, "USD");

  private final Provider provider = new Provider();
  private final String customer = provider.customer();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void aPaymentIsReservedThenTaken() {
    State opened = open("order_1");
    assertThat(opened.status()).isEqualTo(Status.OPEN);
    assertThat(opened.amount()).isEqualTo(PRICE);
    assertThat(opened.tenant()).isEqualTo(Fixtures.TENANT.value());
    assertThat(opened.order()).isEqualTo("order_1");
    assertThat(opened.clientSecret()).isNotEmpty();

    confirm(opened, "pm_card_visa");
    assertThat(provider.payments.find(opened.reference()).status()).isEqualTo(Status.AUTHORISED);
    assertThat(provider.payments.capture(opened.reference(), "capture-1").status())
        .isEqualTo(Status.CAPTURED);
    assertThat(provider.payments.find(opened.reference()).status()).isEqualTo(Status.CAPTURED);
  }

  @Test
  void theSameKeyOpensTheSamePayment() {
    assertThat(open("order_1")).isEqualTo(open("order_1"));
  }

  @Test
  void whatIsTakenIsTakenHoweverOftenItIsAskedFor() {
    State taken = taken("order_1");
    assertThat(provider.payments.capture(taken.reference(), "capture-2").status())
        .isEqualTo(Status.CAPTURED);
    assertThat(provider.payments.release(taken.reference(), "release-1").status())
        .isEqualTo(Status.CAPTURED);
  }

  @Test
  void aReservationGivenUpTakesNothing() {
    State opened = open("order_1");
    confirm(opened, "pm_card_visa");
    assertThat(provider.payments.release(opened.reference(), "release-1").status())
        .isEqualTo(Status.RELEASED);
    assertThat(provider.payments.release(opened.reference(), "release-2").status())
        .isEqualTo(Status.RELEASED);
    assertThat(provider.payments.capture(opened.reference(), "capture-1").status())
        .isEqualTo(Status.RELEASED);
  }

  @Test
  void aReservationThatRanOutCannotBeTaken() {
    State opened = open("order_1");
    confirm(opened, "pm_card_visa");
    provider.advance(Duration.ofDays(8));
    assertThat(provider.payments.capture(opened.reference(), "capture-1").status())
        .isEqualTo(Status.RELEASED);
  }

  @Test
  void aPaymentNobodyConfirmedCanBeGivenUp() {
    assertThat(provider.payments.release(open("order_1").reference(), "release-1").status())
        .isEqualTo(Status.RELEASED);
  }

  @Test
  void someOfItGoesBackOnce() {
    State taken = taken("order_1");
    Refund refund = refund(taken, 500, "refund-1");
    assertThat(refund).isInstanceOf(Refund.Given.class);
    assertThat(refund(taken, 500, "refund-1")).isEqualTo(refund);
    assertThat(refund(taken, 700, "refund-2")).isInstanceOf(Refund.Given.class);
    assertThat(refund(taken, 1, "refund-3")).isInstanceOf(Refund.Refused.class);
  }

  @Test
  void moreThanWasTakenDoesNotGoBack() {
    assertThat(refund(taken("order_1"), 1201, "refund-1")).isInstanceOf(Refund.Refused.class);
  }

  private State open(String order) {
    return provider.payments.open(
        customer,
        new Payment.Order(Fixtures.TENANT, order, PRICE, "A name for a year", Provider.START),
        "open-" + order);
  }

  private State taken(String order) {
    State opened = open(order);
    confirm(opened, "pm_card_visa");
    return provider.payments.capture(opened.reference(), "capture-" + order);
  }

  private Refund refund(State payment, long minor, String key) {
    return provider.payments.refund(payment.reference(), new Money(minor, "USD"), key);
  }

  /** What the browser does. */
  private void confirm(State payment, String card) {
    provider.raw(
        stripe ->
            stripe
                .v1()
                .paymentIntents()
                .confirm(
                    payment.reference(),
                    PaymentIntentConfirmParams.builder()
                        .setPaymentMethod(card)
                        .setReturnUrl(Provider.DONE.toString())
                        .build()));
  }
}
