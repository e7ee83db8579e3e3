package dev.tollgate.core.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reserve, work, take: with a death before and after every outside call of every step. */
final class TakingPaymentsTest {
  private static final TenantId TENANT = Till.TENANT;
  private static final Money PRICE = new Money(1_250, "USD");

  private final Till till = new Till();
  private final TakingPayments payments = till.payments();

  @Test
  void moneyIsReservedThenTakenAndEveryMovementIsBooked() {
    payments.open(TENANT, "order-1", PRICE, "example.com");
    till.cards.confirm();
    assertThat(payment(payments.confirm(TENANT, "order-1"))).isInstanceOf(Payment.Authorised.class);
    assertThat(payment(payments.capture(TENANT, "order-1"))).isInstanceOf(Payment.Captured.class);

    assertThat(till.ledger)
        .extracting(LedgerEntry::movement)
        .containsExactly(Movement.AUTHORISED, Movement.CAPTURED);
    assertThat(till.cards.taken).isEqualTo(1_250);
  }

  @Test
  void workThatFailsCostsNothing() {
    payments.open(TENANT, "order-1", PRICE, "example.com");
    till.cards.confirm();
    payments.confirm(TENANT, "order-1");

    assertThat(payment(payments.release(TENANT, "order-1"))).isInstanceOf(Payment.Released.class);
    assertThat(payments.capture(TENANT, "order-1")).isInstanceOf(TakingPayments.Gone.class);
    assertThat(till.cards.taken).isZero();
  }

  @Test
  void moneyThatWasTakenBeforeItsTakerDiedIsNotCalledReleased() {
    payments.open(TENANT, "order-1", PRICE, "example.com");
    till.cards.confirm();
    payments.confirm(TENANT, "order-1");
    till.cards.capture("pi_1", "by somebody who died");

    assertThat(payment(payments.release(TENANT, "order-1"))).isInstanceOf(Payment.Captured.class);
    assertThat(till.ledger)
        .extracting(LedgerEntry::movement)
        .containsExactly(Movement.AUTHORISED, Movement.CAPTURED);
  }

  @Test
  void aReservationThatRanOutIsNotTaken() {
    payments.open(TENANT, "order-1", PRICE, "example.com");
    till.cards.confirm();
    payments.confirm(TENANT, "order-1");
    till.cards.runOut();

    assertThat(payment(payments.capture(TENANT, "order-1"))).isInstanceOf(Payment.Released.class);
    assertThat(till.cards.taken).isZero();
  }

  @Test
  void nothingIsTakenBeforeThePersonConfirmed() {
    payments.open(TENANT, "order-1", PRICE, "example.com");

    assertThat(payments.confirm(TENANT, "order-1")).isInstanceOf(TakingPayments.NotConfirmed.class);
    assertThat(payments.capture(TENANT, "order-1")).isInstanceOf(TakingPayments.NotConfirmed.class);
  }

  @Test
  void anotherAmountOrAnotherTenantsPaymentIsNeverBelieved() {
    payments.open(TENANT, "order-1", PRICE, "example.com");
    assertThat(payments.open(TENANT, "order-1", new Money(1, "USD"), "example.com"))
        .isInstanceOf(TakingPayments.OtherAmount.class);

    till.cards.confirm();
    till.cards.claimTenant("ten_zzzzzzzzzzzzzzzzzzzzzzzzzz");
    assertThat(payments.confirm(TENANT, "order-1")).isInstanceOf(TakingPayments.OtherAmount.class);
    assertThat(payments.capture(TENANT, "never-ordered"))
        .isInstanceOf(TakingPayments.Unknown.class);
  }

  @Test
  void refundsComeToAtMostWhatWasTakenAndEachReasonCountsOnce() {
    taken();

    payments.refund(TENANT, "order-1", new Money(1_000, "USD"), "half");
    payments.refund(TENANT, "order-1", new Money(1_000, "USD"), "half");
    assertThat(till.cards.givenBack).isEqualTo(1_000);
    assertThat(payments.refund(TENANT, "order-1", new Money(251, "USD"), "rest"))
        .isInstanceOf(TakingPayments.NothingToRefund.class);
    assertThat(payments.refund(TENANT, "order-1", new Money(250, "INR"), "rest"))
        .isInstanceOf(TakingPayments.NothingToRefund.class);
    payments.refund(TENANT, "order-1", new Money(250, "USD"), "rest");

    assertThat(till.cards.givenBack).isEqualTo(1_250);
    assertThat(till.ledger).filteredOn(entry -> entry.movement() == Movement.REFUNDED).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoeverDiesAnywhereAndTriesAgainPaysOnce(boolean after) {
    int deaths = 0;
    for (int call = 1; call <= 40; call++) {
      Till each = new Till();
      TakingPayments service = each.payments();
      each.dieAt(call, after);
      boolean died = false;
      List<Supplier<TakingPayments.Outcome>> steps =
          List.of(
              () -> service.open(TENANT, "order-1", PRICE, "example.com"),
              () -> {
                each.cards.confirm();
                return service.confirm(TENANT, "order-1");
              },
              () -> service.capture(TENANT, "order-1"),
              () -> service.refund(TENANT, "order-1", new Money(250, "USD"), "part"));
      for (Supplier<TakingPayments.Outcome> step : steps) {
        try {
          var _ = step.get();
        } catch (Till.Death death) {
          died = true;
          var _ = step.get(); // the same step again, as a queue or a client would
        }
      }
      if (!died) {
        break;
      }
      deaths++;
      assertThat(each.cards.made).as("payments made, death at call " + call).isEqualTo(1);
      assertThat(each.cards.taken).isEqualTo(1_250);
      assertThat(each.cards.givenBack).isEqualTo(250);
      assertThat(each.ledger)
          .extracting(LedgerEntry::movement)
          .containsExactly(Movement.AUTHORISED, Movement.CAPTURED, Movement.REFUNDED);
    }
    assertThat(deaths).isGreaterThanOrEqualTo(11);
  }

  private void taken() {
    payments.open(TENANT, "order-1", PRICE, "example.com");
    till.cards.confirm();
    payments.confirm(TENANT, "order-1");
    payments.capture(TENANT, "order-1");
  }

  private static Payment payment(TakingPayments.Outcome outcome) {
    assertThat(outcome).isInstanceOf(TakingPayments.Is.class);
    return ((TakingPayments.Is) outcome).payment();
  }
}
