package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.param.billing.MeterEventCreateParams;
import dev.tollgate.core.billing.Statements;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.usage.MeterReports.Outcome;
import dev.tollgate.core.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MeterReportsTest {
  private final Provider provider = new Provider();
  private final String customer = provider.customer();

  @BeforeEach
  void subscribed() {
    provider.subscribe(customer, 1);
    provider.advance(Duration.ofHours(3));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void whatIsReportedIsSummed() {
    assertThat(report("op_1", 5)).isEqualTo(new Outcome.Taken());
    assertThat(report("op_2", 7)).isEqualTo(new Outcome.Taken());
    assertThat(sum()).isEqualTo(12);
  }

  @Test
  void aUseCountsOnceHoweverOftenItIsReported() {
    report("op_1", 5);
    assertThat(report("op_1", 5)).isEqualTo(new Outcome.Taken());
    assertThat(sum()).isEqualTo(5);
  }

  @Test
  void aUseKnownByItsIdentifierAloneCountsOnceToo() {
    Usage usage = usage("op_1", 5, provider.now());
    provider.raw(
        stripe ->
            stripe
                .v1()
                .billing()
                .meterEvents()
                .create(
                    MeterEventCreateParams.builder()
                        .setEventName(Provider.EVENT_NAME)
                        .setIdentifier(StripeMeterReports.identifier(usage))
                        .putPayload("stripe_customer_id", customer)
                        .putPayload("value", "5")
                        .build()));
    assertThat(provider.usage.report(customer, usage)).isEqualTo(new Outcome.Taken());
    assertThat(sum()).isEqualTo(5);
  }

  @Test
  void aUseThatWasReportedForAnotherCustomerIsNotReportedAgain() {
    report("op_1", 5);
    assertThat(provider.usage.report(provider.customer(), usage("op_1", 5, provider.now())))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void beyondWhatIsIncludedEachUseIsBilledToTheCent() {
    report("op_1", 137);
    provider.advance(Duration.ofDays(32));
    Statements.Invoice latest =
        provider.statements.invoices(customer, 1, Optional.empty()).invoices().getFirst();
    assertThat(latest.total()).isEqualTo(new Money(4900 + 37 * 8, "USD"));
  }

  @Test
  void aMeterThatIsNotThereCountsNothing() {
    assertThat(provider.usage.sum(customer, new Meter("nothing"), Provider.START, provider.now()))
        .isZero();
  }

  @Test
  void anEmptySpanCountsNothing() {
    report("op_1", 5);
    assertThat(provider.usage.sum(customer, Provider.METER, provider.now(), provider.now()))
        .isZero();
  }

  @Test
  void identifiersOfTwoUsesDifferAndAreNeverTooLong() {
    String plain = StripeMeterReports.identifier(usage("op_1", 1, Provider.START));
    assertThat(plain).isEqualTo(Fixtures.TENANT.value() + ":operations:op_1");
    String one = StripeMeterReports.identifier(usage("x".repeat(90) + "1", 1, Provider.START));
    String two = StripeMeterReports.identifier(usage("x".repeat(90) + "2", 1, Provider.START));
    assertThat(one).isNotEqualTo(two).hasSizeLessThanOrEqualTo(100);
  }

  private Outcome report(String id, long amount) {
    return provider.usage.report(customer, usage(id, amount, provider.now()));
  }

  private static Usage usage(String id, long amount, Instant at) {
    return new Usage(Fixtures.TENANT, id, Provider.METER, amount, at, Optional.empty());
  }

  private long sum() {
    return provider.usage.sum(
        customer, Provider.METER, Provider.START, provider.now().plus(Duration.ofMinutes(1)));
  }
}
