package dev.tollgate.stripelocal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import dev.tollgate.stripelocal.subscriptions.Shop;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever bought by everybody's time, and then gets a time of their own. */
class AttachingTest {
  private final Shop shop = Shop.open(); // on 1 August 2026

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatWasSoldBeforeRenewsByTheClockAndByNoOther() throws StripeException {
    Subscription theirs = sell();
    Subscription other = sell();
    TestClock clock = attach(theirs.getCustomer());

    shop.until("2026-09-02T00:00:00Z");
    assertThat(shop.invoices(theirs.getId())).hasSize(1);
    assertThat(shop.invoices(other.getId())).hasSize(2);

    advance(clock, "2026-09-02T00:00:00Z");
    advance(clock, "2026-10-02T00:00:00Z");
    assertThat(shop.invoices(theirs.getId()))
        .extracting(invoice -> Instant.ofEpochSecond(invoice.getCreated()).toString())
        .containsExactly("2026-10-01T00:00:00Z", "2026-09-01T00:00:00Z", "2026-08-01T00:00:00Z");
    assertThat(shop.invoices(theirs.getId()))
        .allMatch(invoice -> invoice.getStatus().equals("paid"))
        .extracting(Invoice::getTestClock)
        .containsOnly(clock.getId());
    assertThat(shop.subscription(theirs.getId()).getTestClock()).isEqualTo(clock.getId());
    assertThat(shop.invoices(other.getId())).hasSize(2);
    assertThat(shop.subscription(other.getId()).getTestClock()).isNull();
  }

  @Test
  void whatIsNextIsAskedByTheCustomer() throws StripeException {
    Subscription theirs = sell();
    Instant first = Instant.parse("2026-08-25T00:00:00Z"); // the renewal is announced
    assertThat(shop.stripe().server().nextDue()).contains(first);
    assertThat(shop.stripe().server().nextDue(theirs.getCustomer())).isEmpty();

    TestClock clock = attach(theirs.getCustomer());
    assertThat(shop.stripe().server().nextDue(theirs.getCustomer())).contains(first);
    assertThat(shop.stripe().server().nextDue()).isEmpty();
    advance(clock, "2026-09-01T00:30:00Z");
    assertThat(shop.stripe().server().nextDue(theirs.getCustomer()))
        .contains(Instant.parse("2026-09-01T01:00:00Z"));
    assertThat(shop.stripe().server().nextDue("cus_nobody")).isEmpty();
  }

  private Subscription sell() throws StripeException {
    return shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);
  }

  private TestClock attach(String customer) throws StripeException {
    return shop.v1()
        .testHelpers()
        .testClocks()
        .create(
            TestClockCreateParams.builder()
                .setFrozenTime(shop.now())
                .setCustomer(customer)
                .build());
  }

  private void advance(TestClock clock, String to) throws StripeException {
    shop.v1()
        .testHelpers()
        .testClocks()
        .advance(
            clock.getId(),
            TestClockAdvanceParams.builder()
                .setFrozenTime(Instant.parse(to).getEpochSecond())
                .build());
  }
}
