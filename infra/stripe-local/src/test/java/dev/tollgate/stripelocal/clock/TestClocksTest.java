package dev.tollgate.stripelocal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import com.stripe.service.testhelpers.TestClockService;
import dev.tollgate.stripelocal.TestStripe;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestClocksTest {
  private static final Instant FROZEN = Instant.parse("2026-01-31T12:00:00Z");

  private final TestStripe stripe = TestStripe.start();

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void aClockStandsUntilItIsAdvanced() throws Exception {
    TestClock clock = clock();
    Customer early = customer(clock);
    stripe.advance(Duration.ofDays(5));
    assertThat(clocks().retrieve(clock.getId()).getFrozenTime()).isEqualTo(FROZEN.getEpochSecond());

    TestClock answer = advance(clock, FROZEN.plus(Duration.ofDays(20)));
    assertThat(answer.getStatus()).isEqualTo("advancing");
    assertThat(answer.getStatusDetails().getAdvancing().getTargetFrozenTime())
        .isEqualTo(FROZEN.plus(Duration.ofDays(20)).getEpochSecond());
    TestClock after = clocks().retrieve(clock.getId());
    assertThat(after.getStatus()).isEqualTo("ready");
    assertThat(after.getFrozenTime())
        .isEqualTo(answer.getStatusDetails().getAdvancing().getTargetFrozenTime());

    Customer late = customer(clock);
    assertThat(early.getCreated()).isEqualTo(FROZEN.getEpochSecond());
    assertThat(late.getCreated()).isEqualTo(after.getFrozenTime());
    assertThat(stripe.events("test_helpers.test_clock.advancing")).hasSize(1);
    assertThat(stripe.events("test_helpers.test_clock.ready"))
        .singleElement()
        .satisfies(event -> assertThat(event.getCreated()).isEqualTo(after.getFrozenTime()));
  }

  @Test
  void aClockGoesForwardOnlyAndNotTooFar() throws Exception {
    TestClock clock = clock();

    assertThatThrownBy(() -> advance(clock, FROZEN)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> advance(clock, FROZEN.plus(Duration.ofDays(800))))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(advance(clock, FROZEN.plus(Duration.ofDays(700))).getStatus())
        .isEqualTo("advancing");
  }

  @Test
  void listsLeaveOutWhatIsOnAClockUnlessItIsNamed() throws Exception {
    TestClock clock = clock();
    Customer on = customer(clock);
    Customer off = stripe.client().v1().customers().create(CustomerCreateParams.builder().build());

    assertThat(stripe.client().v1().customers().list().getData())
        .extracting(Customer::getId)
        .containsExactly(off.getId());
    assertThat(
            stripe
                .client()
                .v1()
                .customers()
                .list(CustomerListParams.builder().setTestClock(clock.getId()).build())
                .getData())
        .extracting(Customer::getId)
        .containsExactly(on.getId());
  }

  @Test
  void anExistingCustomerCanBePutOnAClock() throws Exception {
    Customer customer =
        stripe.client().v1().customers().create(CustomerCreateParams.builder().build());
    TestClock clock =
        clocks()
            .create(
                TestClockCreateParams.builder()
                    .setFrozenTime(FROZEN.getEpochSecond())
                    .setCustomer(customer.getId())
                    .build());

    assertThat(stripe.client().v1().customers().retrieve(customer.getId()).getTestClock())
        .isEqualTo(clock.getId());
  }

  @Test
  void aDeletedClockTakesItsCustomersAlong() throws Exception {
    TestClock clock = clock();
    Customer customer = customer(clock);

    assertThat(clocks().delete(clock.getId()).getDeleted()).isTrue();

    assertThat(stripe.client().v1().customers().retrieve(customer.getId()).getDeleted()).isTrue();
    assertThat(clocks().list().getData()).isEmpty();
    assertThat(stripe.events("test_helpers.test_clock.deleted")).hasSize(1);
  }

  private TestClock clock() throws StripeException {
    return clocks()
        .create(
            TestClockCreateParams.builder()
                .setFrozenTime(FROZEN.getEpochSecond())
                .setName("local")
                .build());
  }

  private TestClock advance(TestClock clock, Instant to) throws StripeException {
    return clocks()
        .advance(
            clock.getId(),
            TestClockAdvanceParams.builder().setFrozenTime(to.getEpochSecond()).build());
  }

  private Customer customer(TestClock clock) throws StripeException {
    return stripe
        .client()
        .v1()
        .customers()
        .create(CustomerCreateParams.builder().setTestClock(clock.getId()).build());
  }

  private TestClockService clocks() {
    return stripe.client().v1().testHelpers().testClocks();
  }
}
