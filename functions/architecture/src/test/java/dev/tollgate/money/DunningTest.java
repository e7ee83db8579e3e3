package dev.tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.subscriptions.Subscription;
import dev.tollgate.stripelocal.settings.Settings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A renewal that fails: told, read-only, suspended, paid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DunningTest {
  private static final String REFUSES = "4000000000000341";
  private static final String GOOD = "4242424242424242";

  private Stand stand;

  @BeforeAll
  void start() {
    Settings.Billing usual = Settings.Billing.defaults();
    stand =
        Stand.of(
            "tollgate",
            Settings.defaults()
                .with(
                    new Settings.Billing(
                        usual.finalizeAfter(),
                        List.of(Duration.ofDays(3), Duration.ofDays(8)),
                        Settings.AfterRetries.PAST_DUE,
                        usual.incompleteFor(),
                        usual.trialWillEnd(),
                        usual.upcoming(),
                        usual.meterLag())));
  }

  @AfterAll
  void stop() {
    stand.close();
  }

  /** Bought on the first of a month of 31 days and refused at the first renewal. */
  private Household owing() throws StripeException {
    Household house = Household.without(stand, "free");
    house.buys("starter", GOOD);
    house.replacesCard(REFUSES);
    return house;
  }

  @Test
  void aRenewalThatFailsIsToldThenReadOnlyThenSuspendedAndAPaymentEndsAllOfIt()
      throws StripeException {
    Household house = owing();
    Duration month =
        Duration.between(stand.hand.now(), house.enrollment().contract().orElseThrow().periodEnd());
    house.pass(month.plusDays(5));
    assertThat(house.subscription()).isInstanceOf(Subscription.PastDue.class);
    assertThat(house.subscription().isLive(stand.hand.now())).isTrue();
    house.pass(Duration.ofDays(3));
    assertThat(house.subscription().isLive(stand.hand.now())).isFalse();
    assertThat(house.isSuspended()).isFalse();
    house.pass(Duration.ofDays(7));
    assertThat(house.isSuspended()).isTrue();
    long days = month.toDays();
    List<String> told =
        List.of(
            "0d0h PaymentReceived",
            "0d0h SubscriptionStarted",
            days + "d1h PaymentFailed",
            days + 3 + "d1h PaymentFailed",
            days + 5 + "d0h AccessEnding",
            days + 7 + "d0h AccessEnded",
            days + 8 + "d1h PaymentFailed",
            days + 14 + "d0h AccountSuspended");
    assertThat(house.heard()).containsExactlyElementsOf(told);
    assertThat(house.paysOnThePage(GOOD)).isEqualTo(200);
    assertThat(house.isSuspended()).isFalse();
    assertThat(house.subscription()).isInstanceOf(Subscription.Active.class);
    house.pass(Duration.ofDays(5));
    assertThat(house.heard())
        .startsWith(told.toArray(String[]::new))
        .endsWith(days + 15 + "d0h AccountRestored", days + 15 + "d0h PaymentReceived")
        .hasSize(told.size() + 2);
  }

  @Test
  void whoPaysWithinTheGraceHearsNoMoreOfIt() throws StripeException {
    Household house = owing();
    house.pass(Duration.ofDays(36));
    int heard = house.heard().size();
    assertThat(house.paysOnThePage(GOOD)).isEqualTo(200);
    house.pass(Duration.ofDays(14));
    assertThat(house.heard()).hasSize(heard + 1);
    assertThat(house.heard().getLast()).endsWith("PaymentReceived");
    assertThat(house.heard(Announcement.AccessEnded.class)).isEmpty();
  }

  @Test
  void theEndOfTheGraceIsNewsToProgramsAndFencesWhatCounts() throws StripeException {
    Household house = owing();
    house.pass(Duration.ofDays(37));
    long version = house.enrollment().version();
    house.pass(Duration.ofDays(2));
    assertThat(house.enrollment().version()).isGreaterThan(version);
    assertThat(house.heard(Announcement.Published.class))
        .filteredOn(news -> news.data().containsKey("access_ended_at"))
        .singleElement()
        .satisfies(news -> assertThat(news.data()).containsEntry("status", "past_due"));
  }

  @Test
  void eachInvoiceIsToldOnceAndOneOverNothingNotAtAll() throws StripeException {
    Household house = Household.without(stand, "free");
    house.buys("starter", GOOD);
    house.pass(Duration.ofDays(10));
    house.changes("pro");
    house.pass(Duration.ofDays(5));
    house.changes("starter"); // brings a credit
    assertThat(house.heard())
        .containsExactly(
            "0d0h PaymentReceived",
            "0d0h SubscriptionStarted",
            "10d0h PaymentReceived",
            "10d0h PlanChanged",
            "15d0h PlanChanged");
    assertThat(house.heard(Announcement.PlanChanged.class))
        .extracting(change -> change.from() + " " + change.to())
        .containsExactly("starter pro", "pro starter");
  }
}
