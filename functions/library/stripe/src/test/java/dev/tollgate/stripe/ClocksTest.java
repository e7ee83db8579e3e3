package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import dev.tollgate.core.billing.ProviderClocks.ProviderClock;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ClocksTest {
  private final Provider provider = new Provider(); // on 1 August 2026

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void aCustomerIsPutOnOneClockHoweverOftenItIsAskedFor() {
    String customer = provider.customer();
    assertThat(provider.clocks.of(customer)).isEmpty();

    ProviderClock clock = provider.clocks.start(customer, Provider.START, "clock-1");
    assertThat(clock.now()).isEqualTo(Provider.START);
    assertThat(provider.clocks.of(customer)).contains(clock);
    assertThat(provider.clocks.start(customer, Provider.START, "clock-1")).isEqualTo(clock);
    assertThat(provider.clocks.start(customer, Provider.START.plusSeconds(5), "clock-1"))
        .as("the same key a little later")
        .isEqualTo(clock);
    assertThat(provider.clocks.start(customer, Provider.START, "clock-2"))
        .as("another key")
        .isEqualTo(clock);
  }

  @Test
  void aYearOfAMonthlyContractIsGoneThroughInStepsThatStripeTakes() {
    String customer = provider.customer();
    Contract sold = provider.subscribe(customer, 1);
    String other = provider.customer();
    Contract theirs = provider.subscribe(other, 1);
    ProviderClock clock = provider.clocks.start(customer, provider.now(), provider.key());

    Instant later = Instant.parse("2027-08-02T00:00:00Z");
    provider.clocks.advance(customer, clock, later);

    assertThat(provider.clocks.of(customer).orElseThrow().now()).isEqualTo(later);
    assertThat(provider.contract(customer).periodStart())
        .isEqualTo(Instant.parse("2027-08-01T00:00:00Z"));
    assertThat(invoices(sold)).hasSize(13).allMatch(each -> each.getStatus().equals("paid"));
    assertThat(invoices(theirs)).hasSize(1);
    assertThat(provider.contract(other).periodStart()).isEqualTo(Provider.START);
    assertThat(provider.now()).isEqualTo(Provider.START);
  }

  @Test
  void withoutAContractItGoesFartherThanStripeTakesAtOnce() {
    String customer = provider.customer();
    ProviderClock clock = provider.clocks.start(customer, Provider.START, provider.key());
    Instant later = Provider.START.plus(Duration.ofDays(2_000));
    provider.clocks.advance(customer, clock, later);
    assertThat(provider.clocks.of(customer).orElseThrow().now()).isEqualTo(later);
  }

  @Test
  void aClockThatIsThereAlreadyStays() {
    String customer = provider.customer();
    ProviderClock clock = provider.clocks.start(customer, Provider.START, provider.key());
    provider.clocks.advance(customer, clock, Provider.START);
    provider.clocks.advance(customer, clock, Provider.START.minusSeconds(60));
    assertThat(provider.clocks.of(customer)).contains(clock);
  }

  @Test
  void aClockIsWaitedForAWhileAndNoLonger() {
    AtomicInteger waits = new AtomicInteger();
    Canned slow =
        new Canned()
            .on(
                "GET /v1/customers/cus_1",
                200,
                "{\"id\":\"cus_1\",\"object\":\"customer\",\"test_clock\":\"clock_1\"}")
            .on(
                "GET /v1/test_helpers/test_clocks/clock_1",
                200,
                "{\"id\":\"clock_1\",\"object\":\"test_helpers.test_clock\",\"frozen_time\":1,"
                    + "\"status\":\"advancing\"}");
    try (slow) {
      StripeClocks clocks = new StripeClocks(slow.api(), _ -> waits.incrementAndGet());
      assertThatThrownBy(() -> clocks.of("cus_1")).isInstanceOf(Unavailable.class);
      assertThat(waits).hasValue(19);
    }
  }

  @Test
  void aClockThatFailedAtTheProviderIsForAPersonToDelete() {
    Canned broken =
        new Canned()
            .on(
                "GET /v1/customers/cus_1",
                200,
                "{\"id\":\"cus_1\",\"object\":\"customer\",\"test_clock\":\"clock_1\"}")
            .on(
                "GET /v1/customers/cus_2",
                200,
                "{\"id\":\"cus_2\",\"object\":\"customer\",\"deleted\":true}")
            .on(
                "GET /v1/test_helpers/test_clocks/clock_1",
                200,
                "{\"id\":\"clock_1\",\"object\":\"test_helpers.test_clock\",\"frozen_time\":1,"
                    + "\"status\":\"internal_failure\"}");
    AtomicInteger waits = new AtomicInteger();
    try (broken) {
      StripeClocks clocks = new StripeClocks(broken.api(), _ -> waits.incrementAndGet());
      assertThatThrownBy(() -> clocks.of("cus_1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("clock_1 is in internal_failure; delete it there");
      assertThat(waits).as("no use in waiting").hasValue(0);
      assertThat(clocks.of("cus_2")).as("who was deleted with it").isEmpty();
    }
  }

  private List<Invoice> invoices(Contract contract) {
    return provider.raw(
        stripe ->
            stripe
                .v1()
                .invoices()
                .list(
                    InvoiceListParams.builder()
                        .setSubscription(contract.id())
                        .setLimit(100L)
                        .build())
                .getData());
  }
}
