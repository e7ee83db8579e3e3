package dev.tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money of a tenant that will be erased, and of one that is ahead of everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingTest {
  private static final String GOOD = "pm_card_visa";
  private static final String GOOD_NUMBER = "4242424242424242";
  private static final long STARTER = 4900;

  private Stand stand;

  @BeforeAll
  void start() {
    stand = Stand.of("inboxgrove");
  }

  @AfterAll
  void stop() {
    stand.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {GOOD, "pm_card_chargeCustomerFail"})
  void whoWillBeErasedIsNeitherChargedNorSuspended(String card) throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(card);
    days(house, 2);
    house.asksToBeErased();
    days(house, 20);
    assertThat(house.taken()).isZero();
    assertThat(house.isSuspended()).isFalse();
    assertThat(house.heard()).containsExactly("2d0h ErasureScheduled");
  }

  @Test
  void whoComesBackIsChargedThen() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(GOOD);
    house.asksToBeErased();
    days(house, 9);
    house.comesBack();
    assertThat(house.taken()).isZero();
    house.pass(Duration.ofHours(1));
    assertThat(house.taken()).isEqualTo(STARTER);
    assertThat(house.subscription()).isInstanceOf(Subscription.Active.class);
  }

  @Test
  void aContractThatIsToldToGoOnMeanwhileIsEndedAgain() {
    Household house = Household.trying(stand);
    house.buys("starter", GOOD_NUMBER);
    house.asksToBeErased();
    assertThat(ends(house)).isTrue();
    for (int again = 0; again < 2; again++) {
      house.resumes();
      assertThat(ends(house)).isFalse();
      days(house, 1);
      assertThat(ends(house)).isTrue();
    }
    house.comesBack();
    assertThat(ends(house)).isFalse();
  }

  @Test
  void aContractThatIsBoughtMeanwhileIsEndedToo() throws StripeException {
    Household house = Household.trying(stand);
    house.asksToBeErased();
    days(house, 1);
    house.buys("starter", GOOD_NUMBER);
    assertThat(ends(house)).isFalse();
    days(house, 1);
    assertThat(ends(house)).isTrue();
    days(house, 20);
    assertThat(house.taken()).isZero();
  }

  @Test
  void whoIsAheadIsNotChargedWhereRealMoneyMoves() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(GOOD);
    house.isAheadOfLiveMoney();
    days(house, 8);
    assertThat(house.taken()).isZero();
    assertThat(house.isSuspended()).isFalse();
  }

  /** Day by day, since what is looked at again stands in no agenda. */
  private static void days(Household house, int number) {
    for (int day = 0; day < number; day++) {
      house.pass(Duration.ofDays(1));
    }
  }

  private static boolean ends(Household house) {
    return house.enrollment().contract().flatMap(Contract::cancelsAt).isPresent();
  }
}
