package dev.tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial that is charged for on its day: paid, refused, paid late, paid on the page. */
class TrialChargeTest {
  private static final String REFUSES = "pm_card_chargeCustomerFail";
  private static final String REFUSES_NUMBER = "4000000000000341";
  private static final String GOOD = "pm_card_visa";
  private static final String GOOD_NUMBER = "4242424242424242";
  private static final long STARTER = 4900;

  private Stand stand;

  @BeforeEach
  void start() {
    stand = Stand.of("inboxgrove");
  }

  @AfterEach
  void stop() {
    stand.close();
  }

  @Test
  void aGoodCardIsChargedOnDayEightAndNoSoonerAndOnce() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(GOOD);
    house.pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(house.taken()).isZero();
    house.pass(Duration.ofSeconds(1));
    assertThat(house.taken()).isEqualTo(STARTER);
    assertThat(house.subscription()).isInstanceOf(Subscription.Active.class);
    house.pass(Duration.ofDays(10));
    assertThat(house.taken()).isEqualTo(STARTER);
    assertThat(house.heard()).containsExactly("7d0h PaymentReceived", "7d0h SubscriptionStarted");
  }

  @Test
  void aCardThatRefusesIsTriedOnThreeDaysAndEachIsToldOnce() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(REFUSES);
    Instant begun = stand.hand.now();
    house.pass(Duration.ofDays(9).plusHours(22));
    assertThat(house.isSuspended()).as("while it can still be paid").isTrue();
    house.pass(Duration.ofDays(20));
    assertThat(house.taken()).isZero();
    assertThat(house.heard())
        .containsExactly(
            "7d0h AccountSuspended",
            "7d0h TrialChargeFailed",
            "8d0h TrialChargeFailed",
            "9d0h TrialChargeFailed",
            "9d23h AccountRestored");
    assertThat(house.isSuspended()).as("over an invoice that nobody can pay").isFalse();
    assertThat(house.subscription().isLive(stand.hand.now())).as("its trial is over").isFalse();
    assertThat(house.heard(Announcement.TrialChargeFailed.class))
        .allSatisfy(
            told -> {
              assertThat(told.amount().minor()).isEqualTo(STARTER);
              assertThat(told.link()).isPresent();
            })
        .extracting(Announcement.TrialChargeFailed::nextTry)
        .containsExactly(
            Optional.of(begun.plus(Duration.ofDays(8))),
            Optional.of(begun.plus(Duration.ofDays(9))),
            Optional.empty());
    assertThat(house.enrollment().contract().orElseThrow().status())
        .as("what was begun has ended by itself")
        .isEqualTo(ContractStatus.INCOMPLETE_EXPIRED);
    assertThat(house.invoices("open")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pm_card_authenticationRequired"})
  void withoutACardAndWithOneWhoseBankAsksItIsTheSame(String card) throws StripeException {
    Household house = Household.trying(stand);
    if (!card.isEmpty()) {
      house.leaves(card);
    }
    house.pass(Duration.ofDays(12));
    assertThat(house.heard())
        .containsExactly(
            "7d0h AccountSuspended",
            "7d0h TrialChargeFailed",
            "8d0h TrialChargeFailed",
            "9d0h TrialChargeFailed",
            "9d23h AccountRestored");
  }

  @Test
  void whoComesBackBehindTheLastTryBuysAPlanAsAnybodyElse() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(REFUSES);
    house.pass(Duration.ofDays(20));
    house.buys("growth", GOOD_NUMBER);
    assertThat(house.subscription()).isInstanceOf(Subscription.Active.class);
    house.pass(Duration.ofDays(5));
    assertThat(house.taken()).isEqualTo(14_900);
    assertThat(house.isSuspended()).isFalse();
  }

  @Test
  void aPageThatWasOpenOnDayEightTakesNoMoneyAnyMore() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(REFUSES);
    house.pass(Duration.ofDays(6));
    URI page = house.opens("growth");
    house.pass(Duration.ofDays(1).plusHours(2));
    assertThat(stand.pay(page, GOOD_NUMBER).containsKey("error")).isTrue();
    house.settle();
    assertThat(house.isSuspended()).isTrue();
    assertThat(house.paysOnThePage(GOOD_NUMBER)).isEqualTo(200);
    assertThat(house.taken()).isEqualTo(STARTER);
    assertThat(house.isSuspended()).isFalse();
  }

  /** As by the provider's own people: nothing of it is paid yet, and nothing is owed. */
  @Test
  void whoGetsAnotherContractIsBackAndTheChargeIsOffTheTable() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(REFUSES);
    house.pass(Duration.ofDays(7).plusHours(2));
    assertThat(house.isSuspended()).isTrue();
    house.isGiven("growth", Duration.ofDays(30));
    assertThat(house.isSuspended()).isFalse();
    assertThat(house.subscription()).isInstanceOf(Subscription.Trialing.class);
    assertThat(house.invoices("open")).as("what could be paid once more").isEmpty();
    house.pass(Duration.ofDays(10));
    assertThat(house.heard())
        .containsExactly(
            "7d0h AccountSuspended",
            "7d0h TrialChargeFailed",
            "7d2h AccountRestored",
            "7d2h SubscriptionStarted");
    assertThat(house.taken()).isZero();
  }

  @Test
  void aCardThatIsReplacedIsChargedOnTheNextDayAndTheTenantIsBack() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(REFUSES);
    house.pass(Duration.ofHours(7 * 24 + 12));
    assertThat(house.isSuspended()).isTrue();
    house.leaves(GOOD);
    house.pass(Duration.ofDays(5));
    assertThat(house.isSuspended()).isFalse();
    assertThat(house.taken()).isEqualTo(STARTER);
    assertThat(house.subscription()).isInstanceOf(Subscription.Active.class);
    assertThat(house.heard())
        .containsExactly(
            "7d0h AccountSuspended",
            "7d0h TrialChargeFailed",
            "8d0h AccountRestored",
            "8d0h PaymentReceived",
            "8d0h SubscriptionStarted");
  }

  @Test
  void whoPaysOnThePageIsBackAtOnceAndIsNotChargedAgain() throws StripeException {
    for (String card : List.of("", REFUSES)) {
      Household house = Household.trying(stand);
      if (!card.isEmpty()) {
        house.leaves(card);
      }
      house.pass(Duration.ofHours(7 * 24 + 2));
      assertThat(house.isSuspended()).isTrue();
      assertThat(house.paysOnThePage(REFUSES_NUMBER)).isEqualTo(402);
      assertThat(house.isSuspended()).isTrue();
      assertThat(house.paysOnThePage(GOOD_NUMBER)).isEqualTo(200);
      assertThat(house.isSuspended()).isFalse();
      house.pass(Duration.ofDays(20));
      assertThat(house.taken()).isEqualTo(STARTER);
      assertThat(house.heard())
          .containsExactly(
              "7d0h AccountSuspended",
              "7d0h TrialChargeFailed",
              "7d2h AccountRestored",
              "7d2h PaymentReceived",
              "7d2h SubscriptionStarted");
      house.pass(Duration.ofDays(20));
      assertThat(house.taken()).as("renewed with the card of the page").isEqualTo(2 * STARTER);
    }
  }

  @Test
  void whoBoughtInTheTrialIsChargedByTheProviderAndByNobodyElse() throws StripeException {
    Household house = Household.trying(stand);
    house.pass(Duration.ofDays(2));
    house.buys("growth", GOOD_NUMBER);
    house.pass(Duration.ofDays(13));
    assertThat(house.taken()).isEqualTo(14_900);
    assertThat(house.heard()).containsExactly("2d0h SubscriptionStarted", "7d1h PaymentReceived");
  }

  @Test
  void whoBoughtInTheTrialAndIsRefusedIsUnderTheSameRule() throws StripeException {
    Household house = Household.trying(stand);
    house.pass(Duration.ofDays(2));
    house.buys("growth", REFUSES_NUMBER);
    house.pass(Duration.ofDays(7).plusHours(12));
    assertThat(house.isSuspended()).isTrue();
    assertThat(house.heard())
        .containsExactly(
            "2d0h SubscriptionStarted",
            "7d1h AccountSuspended",
            "7d1h TrialChargeFailed",
            "8d0h TrialChargeFailed",
            "9d0h TrialChargeFailed");
    assertThat(house.paysOnThePage(GOOD_NUMBER)).isEqualTo(200);
    assertThat(house.isSuspended()).isFalse();
    assertThat(house.subscription()).isInstanceOf(Subscription.Active.class);
    assertThat(house.heard()).endsWith("9d12h AccountRestored", "9d12h PaymentReceived").hasSize(7);
  }

  @Test
  void whoBoughtInTheTrialAndReplacesTheCardIsChargedOnTheNextDay() throws StripeException {
    Household house = Household.trying(stand);
    house.buys("starter", REFUSES_NUMBER);
    house.pass(Duration.ofDays(7).plusHours(12));
    house.replacesCard(GOOD_NUMBER);
    house.pass(Duration.ofDays(3));
    assertThat(house.taken()).isEqualTo(STARTER);
    assertThat(house.isSuspended()).isFalse();
    assertThat(house.heard()).endsWith("8d0h AccountRestored", "8d0h PaymentReceived").hasSize(5);
  }

  @Test
  void whomAPersonHasStoppedIsNotChargedUntilLetGo() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(GOOD);
    house.stopped(true);
    house.pass(Duration.ofDays(7).plusHours(6));
    assertThat(house.taken()).isZero();
    house.stopped(false);
    house.pass(Duration.ofHours(1));
    assertThat(house.taken()).isEqualTo(STARTER);
  }

  @Test
  void afterThreeDaysOfSilenceTheTriesAreMadeADayApart() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(REFUSES);
    stand.pass(Duration.ofDays(10));
    house.settle();
    assertThat(house.heard()).containsExactly("10d0h AccountSuspended", "10d0h TrialChargeFailed");
    for (int day = 0; day < 2; day++) {
      house.pass(Duration.ofDays(1));
      assertThat(house.isSuspended()).isTrue();
    }
    house.pass(Duration.ofDays(2));
    assertThat(house.heard())
        .hasSize(5)
        .endsWith("11d0h TrialChargeFailed", "12d0h TrialChargeFailed", "12d23h AccountRestored");
  }

  @Test
  void aRenewalThatIsRefusedThreeTimesPullsTheKillSwitchAsEver() throws StripeException {
    Household house = Household.trying(stand);
    house.leaves(GOOD);
    house.pass(Duration.ofDays(8));
    house.replacesCard(REFUSES_NUMBER);
    Instant renewal = house.enrollment().contract().orElseThrow().periodEnd();
    house.pass(Duration.between(stand.hand.now(), renewal.plus(Duration.ofDays(6))));
    assertThat(house.isSuspended()).isTrue();
    assertThat(house.heard(Announcement.PaymentFailed.class)).hasSize(3);
    assertThat(house.heard(Announcement.TrialChargeFailed.class)).isEmpty();
    assertThat(house.heard(Announcement.AccountSuspended.class))
        .singleElement()
        .satisfies(told -> assertThat(told.reason()).startsWith("3 charges in a row"));
  }
}
