package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import dev.tollgate.core.payments.Payment;
import dev.tollgate.core.payments.Payments.Kept;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PaymentsDynamoTest {
  private final ATable world = new ATable();
  private final PaymentsDynamo payments = new PaymentsDynamo(world.table);
  private final LedgerDynamo ledger = new LedgerDynamo(world.table);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  static Stream<Payment> states() {
    Payment.Order order = order();
    return Stream.of(
        opened(order),
        new Payment.Authorised(order, "pi_1"),
        new Payment.Captured(order, "pi_1", Map.of()),
        new Payment.Captured(order, "pi_1", Map.of("late", new Money(20, "USD"))),
        new Payment.Released(order, "pi_1"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateIsReadAsItWasWritten(Payment payment) {
    Payment fresh = moved(payment, order());

    assertThat(payments.save(fresh, 0, List.of())).isTrue();

    assertThat(payments.find(fresh.order().tenant(), fresh.order().id()))
        .contains(new Kept(fresh, 1));
  }

  @Test
  void aPaymentMovesOnceFromTheVersionItWasReadAtAndBooksOnce() {
    Payment.Opened opened = opened(order());
    payments.save(opened, 0, List.of());

    List<Boolean> saved =
        Race.run(
            Collections.<Callable<Boolean>>nCopies(
                30, () -> payments.save(opened.authorised(), 1, List.of(authorised(opened)))));

    assertThat(Collections.frequency(saved, true)).isEqualTo(1);
    assertThat(find(opened)).isEqualTo(new Kept(opened.authorised(), 2));
    assertThat(booked(opened.order().tenant())).containsExactly(authorised(opened));
    assertThat(payments.save(opened, 0, List.of())).isFalse();
  }

  @Test
  void aMovementThatIsBookedAlreadyStaysAndThePaymentMovesAllTheSame() {
    Payment.Opened opened = opened(order());
    payments.save(opened, 0, List.of(authorised(opened)));

    assertThat(payments.save(opened.authorised(), 1, List.of(authorised(opened)))).isTrue();

    assertThat(find(opened).payment()).isEqualTo(opened.authorised());
    assertThat(booked(opened.order().tenant())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void aPaymentWhoseWritingFalteredIsSaved(Fault fault) {
    Payment.Opened opened = opened(order());
    world.faults.follow(Script.at(1, fault));

    assertThat(payments.save(opened, 0, List.of(authorised(opened)))).isTrue();
    assertThat(booked(opened.order().tenant())).hasSize(1);
  }

  @Test
  void aStateThatWeDoNotKnowIsRefusedAndNoSuchOrderIsEmpty() {
    Payment.Opened opened = opened(order());
    payments.save(opened, 0, List.of());
    TenantId tenant = opened.order().tenant();
    world.vandalise(new PaymentItem.PaymentKey(tenant, opened.order().id()), "state", "mislaid");

    assertThatThrownBy(() -> find(opened)).isInstanceOf(IllegalStateException.class);
    assertThat(payments.find(tenant, "order_unknown")).isEmpty();
    assertThat(payments.find(tenant, "x".repeat(5000))).isEmpty();
  }

  private Kept find(Payment payment) {
    return payments.find(payment.order().tenant(), payment.order().id()).orElseThrow();
  }

  private List<LedgerEntry> booked(TenantId tenant) {
    return ledger.page(tenant, 100, Optional.empty()).entries();
  }

  private static Payment.Order order() {
    return new Payment.Order(
        Some.tenant(), "order_1", new Money(990, "USD"), "Domain example.com", Some.NOW);
  }

  private static Payment.Opened opened(Payment.Order order) {
    return new Payment.Opened(order, "pi_1", "pi_1_secret");
  }

  private static Payment moved(Payment payment, Payment.Order order) {
    return switch (payment) {
      case Payment.Opened _ -> opened(order);
      case Payment.Authorised each -> new Payment.Authorised(order, each.reference());
      case Payment.Captured each -> new Payment.Captured(order, each.reference(), each.refunds());
      case Payment.Released each -> new Payment.Released(order, each.reference());
    };
  }

  private static LedgerEntry authorised(Payment payment) {
    return new LedgerEntry(
        payment.order().tenant(),
        Some.NOW,
        Movement.AUTHORISED,
        payment.order().amount(),
        payment.reference(),
        payment.order().purpose());
  }
}
