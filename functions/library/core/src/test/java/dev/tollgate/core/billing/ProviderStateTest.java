package dev.tollgate.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProviderStateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final TenantId TENANT = new TenantId("ten_00000000000000000000000000");
  private static final Enrollment NEW = Enrollment.begun(TENANT, new Grant.Given("free", NOW));

  @Test
  void theOldestThatRunsCountsAndTheOthersAreSurplus() {
    ProviderState state =
        state(
            contract("sub_c", ContractStatus.ACTIVE, 3),
            contract("sub_a", ContractStatus.CANCELED, 1),
            contract("sub_b", ContractStatus.PAST_DUE, 2));

    assertThat(state.current().map(Contract::id)).contains("sub_b");
    assertThat(state.surplus()).extracting(Contract::id).containsExactly("sub_c");
  }

  @Test
  void aFirstPaymentThatIsStillOpenIsSurplusWhereAnotherRuns() {
    Contract open = contract("sub_a", ContractStatus.INCOMPLETE, 1);
    assertThat(state(open, contract("sub_b", ContractStatus.TRIALING, 2)).surplus())
        .containsExactly(open);
    assertThat(state(open, contract("sub_b", ContractStatus.CANCELED, 2)).surplus()).isEmpty();
  }

  @Test
  void theLastThatLapsedCountsWhereNothingRunsAndNothingCanBePaid() {
    Contract first = contract("sub_a", ContractStatus.INCOMPLETE_EXPIRED, 1);
    Contract last = contract("sub_b", ContractStatus.INCOMPLETE_EXPIRED, 2);
    assertThat(state(last, first).lapsed()).contains(last);
    assertThat(state(first, contract("sub_c", ContractStatus.INCOMPLETE, 3)).lapsed()).isEmpty();
    assertThat(state(first, contract("sub_c", ContractStatus.PAST_DUE, 3)).lapsed()).isEmpty();
    assertThat(state(contract("sub_c", ContractStatus.CANCELED, 3)).lapsed()).isEmpty();
  }

  @Test
  void twoOfOneSecondAreToldApartByTheirIds() {
    ProviderState state =
        state(
            contract("sub_b", ContractStatus.ACTIVE, 1),
            contract("sub_a", ContractStatus.ACTIVE, 1));

    assertThat(state.current().map(Contract::id)).contains("sub_a");
  }

  @Test
  void whereNoneRunsTheLastOneCountsAndAnEndComesBeforeAFirstPaymentThatNeverCame() {
    assertThat(
            state(
                    contract("sub_a", ContractStatus.CANCELED, 1),
                    contract("sub_b", ContractStatus.CANCELED, 2),
                    contract("sub_c", ContractStatus.INCOMPLETE_EXPIRED, 3))
                .current()
                .map(Contract::id))
        .contains("sub_b");
  }

  @Test
  void aCustomerThatCarriesTheTenantsIdIsTakenAsItsOwn() {
    Enrollment next = Settlement.of(NEW, state(), NOW);

    assertThat(next.customer().id()).contains("cus_1");
    assertThat(next.customer().made()).isEqualTo(1);
  }

  @Test
  void aDeletedCustomerLeavesAnEndedContractAndRoomForANewOne() {
    Enrollment paying = Settlement.of(NEW, state(contract("sub_a", ContractStatus.ACTIVE, 1)), NOW);

    Enrollment next =
        Settlement.of(
            paying, new ProviderState("cus_1", true, Optional.of(TENANT), List.of()), NOW);

    assertThat(next.customer().id()).isEmpty();
    assertThat(next.customer().made()).isEqualTo(1);
    assertThat(next.contract().map(Contract::status)).contains(ContractStatus.CANCELED);
    assertThat(next.isSubscribed()).isFalse();
  }

  @Test
  void theFirstContractFixesTheCurrencyForEver() {
    Enrollment first =
        Settlement.of(NEW, state(contract("sub_a", ContractStatus.CANCELED, 1)), NOW);
    Contract rupees = contract("sub_b", ContractStatus.ACTIVE, 2);

    assertThat(first.currency()).contains("USD");
    assertThat(
            first
                .with(
                    new Contract(
                        rupees.id(),
                        rupees.status(),
                        rupees.plan(),
                        rupees.interval(),
                        "INR",
                        1,
                        rupees.startedAt(),
                        rupees.periodStart(),
                        rupees.periodEnd(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty()))
                .currency())
        .contains("USD");
  }

  @Test
  void lookingAgainChangesNothing() {
    ProviderState state = state(contract("sub_a", ContractStatus.ACTIVE, 1));
    Enrollment once = Settlement.of(NEW, state, NOW);

    assertThat(Settlement.of(once, state, NOW.plus(Duration.ofDays(1))).sameAs(once)).isTrue();
  }

  private static ProviderState state(Contract... contracts) {
    return new ProviderState("cus_1", false, Optional.of(TENANT), Arrays.asList(contracts));
  }

  private static Contract contract(String id, ContractStatus status, int day) {
    Instant start = NOW.plus(Duration.ofDays(day));
    return new Contract(
        id,
        status,
        "pro",
        BillingInterval.MONTHLY,
        "USD",
        1,
        start,
        start,
        start.plus(Duration.ofDays(31)),
        Optional.empty(),
        Optional.empty(),
        false,
        status.isRunning() ? Optional.empty() : Optional.of(start));
  }
}
