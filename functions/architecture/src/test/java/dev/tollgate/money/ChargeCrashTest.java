package dev.tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.ChargeListParams;
import com.stripe.param.SubscriptionListParams;
import dev.tollgate.stripelocal.settings.Positions;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invariant 3 of the design for the charge after a trial: die at each call, resume, one charge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChargeCrashTest {
  private static final int MORE_CALLS_THAN_A_CHARGE_MAKES = 16;

  /** The client asks three times before it gives up. */
  private static final int ALL_TRIES = 3;

  /** What a charge asks the provider for. */
  private static final List<String> PATHS =
      List.of("/v1/customers", "/v1/subscriptions", "/v1/invoices", "/pay");

  private Stand stand;

  @BeforeAll
  void start() {
    stand = Stand.of("inboxgrove");
  }

  @AfterEach
  void calm() {
    stand.faults.follow(Script.calm());
    stand.stripe.knobs().reset();
  }

  @AfterAll
  void stop() {
    stand.close();
  }

  @Test
  void aChargeThatDiesAnywhereIsMadeOnceByTheNextRun() throws StripeException {
    List<Household> houses = onTheEve("pm_card_visa", 2 * MORE_CALLS_THAN_A_CHARGE_MAKES);
    int died = diesAtEachCall(houses);
    assertThat(died).isGreaterThanOrEqualTo(16);
    for (Household house : houses.subList(0, died)) {
      house.settle();
      assertThat(subscriptions(house)).isEqualTo(1);
      assertThat(charges(house)).isEqualTo(1);
      assertThat(house.taken()).isEqualTo(4900);
      assertThat(house.isSuspended()).isFalse();
      assertThat(house.heard().stream().map(ChargeCrashTest::kind))
          .containsExactlyInAnyOrder("PaymentReceived", "SubscriptionStarted");
    }
  }

  @Test
  void aRefusalThatDiesAnywhereIsToldOnceAndSuspendsOnce() throws StripeException {
    List<Household> houses =
        onTheEve("pm_card_chargeCustomerFail", 2 * MORE_CALLS_THAN_A_CHARGE_MAKES);
    int died = diesAtEachCall(houses);
    assertThat(died).isGreaterThanOrEqualTo(20);
    for (Household house : houses.subList(0, died)) {
      house.settle();
      assertThat(subscriptions(house)).isEqualTo(1);
      assertThat(charges(house)).as("tries").isEqualTo(1);
      assertThat(house.isSuspended()).isTrue();
      assertThat(house.heard().stream().map(ChargeCrashTest::kind))
          .containsExactlyInAnyOrder("AccountSuspended", "TrialChargeFailed");
    }
  }

  @Test
  void everyAnswerOfTheProviderMayGetLostOrNeverCome() throws StripeException {
    List<Household> houses = onTheEve("pm_card_visa", 2 * PATHS.size());
    stand.pass(Duration.ofHours(1));
    int next = 0;
    for (String path : PATHS) {
      for (boolean cut : List.of(true, false)) {
        Household house = houses.get(next++);
        Positions.Faults faults = Positions.Faults.of(cut ? 0 : 500, ALL_TRIES, path);
        stand.stripe.knobs().turn(at -> cut ? at.withCutNext(faults) : at.withFailNext(faults));
        house.lifecycle();
        stand.stripe.knobs().reset();
        stand.pass(Duration.ofMinutes(2));
        house.settle();
        assertThat(subscriptions(house)).as(path).isEqualTo(1);
        assertThat(charges(house)).as(path).isEqualTo(1);
        assertThat(house.taken()).as(path).isEqualTo(4900);
        assertThat(house.isSuspended()).isFalse();
      }
    }
  }

  /** Each dies at one call of its own, and the run after the lease goes on. How many did. */
  private int diesAtEachCall(List<Household> houses) {
    stand.pass(Duration.ofHours(1));
    int died = 0;
    for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
      for (int call = 1; call <= MORE_CALLS_THAN_A_CHARGE_MAKES; call++) {
        stand.faults.follow(Script.at(call, death));
        boolean dies = dies(houses.get(died));
        stand.faults.follow(Script.calm());
        if (!dies) {
          break;
        }
        died++;
      }
      if (death == Fault.CRASH_BEFORE) {
        houses.remove(died); // it came to its end
      }
    }
    stand.pass(Duration.ofMinutes(7));
    return died;
  }

  private static boolean dies(Household house) {
    try {
      house.lifecycle();
      return false;
    } catch (Crash expected) {
      return true;
    }
  }

  /** Tenants half an hour before the charge. */
  private List<Household> onTheEve(String card, int many) throws StripeException {
    List<Household> houses = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Household house = Household.trying(stand);
      house.leaves(card);
      houses.add(house);
    }
    stand.pass(Duration.ofDays(7).minusMinutes(30));
    houses.forEach(Household::lifecycle);
    return houses;
  }

  private static String kind(String heard) {
    return heard.substring(heard.indexOf(' ') + 1);
  }

  private long subscriptions(Household house) throws StripeException {
    return stand
        .client
        .v1()
        .subscriptions()
        .list(
            SubscriptionListParams.builder()
                .setCustomer(house.customer())
                .setStatus(SubscriptionListParams.Status.ALL)
                .build())
        .getData()
        .size();
  }

  private long charges(Household house) throws StripeException {
    return stand
        .client
        .v1()
        .charges()
        .list(ChargeListParams.builder().setCustomer(house.customer()).build())
        .getData()
        .size();
  }
}
