package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.quota.Demand;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.ReservingQuota.IdTaken;
import dev.tollgate.core.quota.ReservingQuota.Invalid;
import dev.tollgate.core.quota.ReservingQuota.Outcome;
import dev.tollgate.core.quota.ReservingQuota.Refused;
import dev.tollgate.core.quota.ReservingQuota.Reserved;
import dev.tollgate.core.quota.SettlingReservation;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReservationsDynamoTest {
  private final ATable world = new ATable();
  private final Desk desk = new Desk(world.table, "resolutionflow", new Desk.Hands());

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void aReservationIsOneTransactionAndACheckOneRead() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 100L));
    desk.reading.entitlements(tenancy); // the catalogue is read once in five minutes
    world.faults.follow(Script.calm());

    assertThat(desk.reserve(tenancy, Desk.TREES, 1)).isInstanceOf(Reserved.class);
    assertThat(writes()).isEqualTo(1);

    world.faults.follow(Script.calm());
    assertThat(desk.used(tenancy, Desk.TREES)).isEqualTo(1);
    assertThat(reads()).isEqualTo(1);
  }

  @Test
  void nearTheLimitItIsOneTransactionToo() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 100L));
    desk.reserve(tenancy, Desk.TREES, 85);
    world.faults.follow(Script.calm());

    desk.reserve(tenancy, Desk.TREES, 1);

    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void ofATenantThatIsAheadNothingIsReadButItsOwn() {
    Tenancy ahead = Desk.tenant(Map.of(Desk.TREES, 100L));
    Tenancy neighbour = Desk.tenant(Map.of(Desk.TREES, 100L));
    ReservationId open = Some.IDS.reservation(Some.NOW);
    desk.reserve(ahead, open, new Demand(Desk.TREES, 1));
    desk.reserve(neighbour, Desk.TREES, 1);
    ReservationId over = Some.IDS.reservation(Some.NOW);
    desk.reserve(ahead, over, new Demand(Desk.TREES, 1));
    desk.settling.release(ahead.account().id(), over);
    // Whatever stands in the index.
    world.vandalise(
        new ReservationItem.ReservationKey(ahead.account().id(), open), "due_shard", "ELSEWHERE#0");

    Instant end = desk.time.now().plus(Desk.FIVE_MINUTES);
    assertThat(desk.reservations.overdueAhead(ahead.account().id(), end.minusMillis(1))).isEmpty();
    world.faults.follow(Script.calm());
    assertThat(desk.reservations.overdueAhead(ahead.account().id(), end))
        .extracting(Reservation::id)
        .containsExactly(open);
    assertThat(world.faults.calls()).containsExactly("Query");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void whatFalteredCountsOnce(Fault fault) {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 1L));
    world.faults.follow(Script.first(1, "TransactWriteItems", fault));

    assertThat(desk.reserve(tenancy, Desk.TREES, 1)).isInstanceOf(Reserved.class);
    assertThat(desk.used(tenancy, Desk.TREES)).isEqualTo(1);
  }

  @Test
  void theSameIdIsTheSameReservationEvenWhereNothingIsLeft() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 1L));
    ReservationId id = Some.IDS.reservation(Some.NOW);

    Outcome first = desk.reserve(tenancy, id, new Demand(Desk.TREES, 1));
    Outcome again = desk.reserve(tenancy, id, new Demand(Desk.TREES, 1));

    assertThat(reserved(again)).isEqualTo(reserved(first));
    assertThat(((Reserved) again).again()).isTrue();
    assertThat(desk.used(tenancy, Desk.TREES)).isEqualTo(1);
    assertThat(desk.reserve(tenancy, id, new Demand(Desk.SESSIONS, 1))).isInstanceOf(IdTaken.class);
  }

  @Test
  void severalLimitsAreTakenTogetherOrNotAtAllAndEveryOneThatRefusesIsNamed() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.BUILDS, 5L, Desk.BUILDS_24H, 2L, Desk.TREES, 0L));
    Demand build = new Demand(Desk.BUILDS, 1);
    Demand today = new Demand(Desk.BUILDS_24H, 1);
    for (int i = 0; i < 2; i++) {
      assertThat(desk.reserve(tenancy, Some.IDS.reservation(Some.NOW), build, today))
          .isInstanceOf(Reserved.class);
    }

    Outcome third = desk.reserve(tenancy, Some.IDS.reservation(Some.NOW), build, today);
    Outcome with =
        desk.reserve(
            tenancy, Some.IDS.reservation(Some.NOW), today, new Demand(Desk.TREES, 1), build);

    assertThat(over(third)).isEqualTo(Map.of(Desk.BUILDS_24H, 2L));
    assertThat(over(with)).isEqualTo(Map.of(Desk.TREES, 0L, Desk.BUILDS_24H, 2L));
    assertThat(desk.used(tenancy, Desk.BUILDS)).isEqualTo(2);
  }

  @Test
  void whatIsAskedForMustMakeSense() {
    Tenancy tenancy = Desk.tenant(Map.of());
    ReservationId id = Some.IDS.reservation(Some.NOW);
    Demand one = new Demand(Desk.TREES, 1);

    assertThat(desk.reserve(tenancy, id)).isInstanceOf(Invalid.class);
    assertThat(desk.reserve(tenancy, id, one, one)).isInstanceOf(Invalid.class);
    assertThat(desk.reserve(tenancy, id, new Demand(new Meter("dragons"), 1)))
        .isInstanceOf(Invalid.class);
    assertThat(desk.reservations.find(tenancy.account().id(), id)).isEmpty();
  }

  @Test
  void whatIsNotKeptIsGivenBack() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.SESSIONS, 10L));
    Reservation ten = reserved(desk.reserve(tenancy, Desk.SESSIONS, 10));

    assertThat(desk.settling.commit(ten.tenant(), ten.id(), Map.of(Desk.SESSIONS, 4L)))
        .isInstanceOf(SettlingReservation.Settled.class);
    assertThat(desk.settling.commit(ten.tenant(), ten.id(), Map.of(Desk.SESSIONS, 9L)))
        .as("the first word counts")
        .isInstanceOfSatisfying(
            SettlingReservation.Settled.class,
            settled -> assertThat(settled.reservation().amounts().get(Desk.SESSIONS)).isEqualTo(4));
    assertThat(desk.used(tenancy, Desk.SESSIONS)).isEqualTo(4);
    assertThat(desk.settling.release(ten.tenant(), ten.id()))
        .as("what a counter counted stays counted")
        .isInstanceOf(SettlingReservation.Over.class);
    assertThat(desk.settling.commit(ten.tenant(), ten.id(), Map.of(Desk.TREES, 1L)))
        .isInstanceOf(SettlingReservation.Settled.class);
  }

  @Test
  void nobodyKeepsMoreThanWasSetAside() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.SESSIONS, 10L));
    Reservation five = reserved(desk.reserve(tenancy, Desk.SESSIONS, 5));

    assertThat(desk.settling.commit(five.tenant(), five.id(), Map.of(Desk.SESSIONS, 6L)))
        .isInstanceOf(SettlingReservation.Invalid.class);
    assertThat(desk.settling.commit(five.tenant(), five.id(), Map.of(Desk.TREES, 1L)))
        .isInstanceOf(SettlingReservation.Invalid.class);
    assertThat(desk.used(tenancy, Desk.SESSIONS)).isEqualTo(5);
  }

  @Test
  void aLevelThatWasKeptIsGivenBackOnce() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 1L));
    Reservation tree = reserved(desk.reserve(tenancy, Desk.TREES, 1));
    desk.settling.commit(tree.tenant(), tree.id(), Map.of());
    assertThat(desk.reserve(tenancy, Desk.TREES, 1)).isInstanceOf(Refused.class);

    for (int i = 0; i < 2; i++) {
      assertThat(desk.settling.release(tree.tenant(), tree.id()))
          .isInstanceOf(SettlingReservation.Settled.class);
    }

    assertThat(desk.used(tenancy, Desk.TREES)).isZero();
    assertThat(desk.settling.commit(tree.tenant(), tree.id(), Map.of()))
        .isInstanceOf(SettlingReservation.Over.class);
  }

  @Test
  void whatExpiredRefusesNobodyAndCanNotBeKept() {
    Desk.Hands time = new Desk.Hands();
    Desk own = new Desk(world.table, "resolutionflow", time);
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 1L));
    Reservation tree = reserved(own.reserve(tenancy, Desk.TREES, 1));
    time.advance(Desk.FIVE_MINUTES.minusMillis(1));
    assertThat(own.reserve(tenancy, Desk.TREES, 1)).isInstanceOf(Refused.class);

    time.advance(Duration.ofMillis(1));

    assertThat(own.settling.commit(tree.tenant(), tree.id(), Map.of()))
        .isInstanceOf(SettlingReservation.Over.class);
    assertThat(own.reserve(tenancy, Desk.TREES, 1))
        .as("before any sweep has noted it")
        .isInstanceOf(Reserved.class);
    assertThat(own.used(tenancy, Desk.TREES)).isEqualTo(1);
    time.advance(Desk.FIVE_MINUTES);
    own.expiring.run(1_000);
    assertThat(own.used(tenancy, Desk.TREES)).isZero();
    assertThat(own.expiring.run(1_000).expired()).isZero();
  }

  @Test
  void theLast24HoursForgetEachUseByItself() {
    Desk.Hands time = new Desk.Hands();
    Desk own = new Desk(world.table, "resolutionflow", time);
    Tenancy tenancy = Desk.tenant(Map.of(Desk.BUILDS_24H, 2L));
    build(own, tenancy);
    time.advance(Duration.ofHours(12));
    build(own, tenancy);
    time.advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(own.reserve(tenancy, Desk.BUILDS_24H, 1)).isInstanceOf(Refused.class);

    time.advance(Duration.ofSeconds(1));

    assertThat(own.used(tenancy, Desk.BUILDS_24H)).isEqualTo(1);
    assertThat(own.reserve(tenancy, Desk.BUILDS_24H, 1)).isInstanceOf(Reserved.class);
    assertThat(own.reserve(tenancy, Desk.BUILDS_24H, 1)).isInstanceOf(Refused.class);
    time.advance(Duration.ofHours(24).plusMinutes(1));
    assertThat(own.used(tenancy, Desk.BUILDS_24H)).isZero();
  }

  @Test
  void eachMarkIsToldOnceAndAgainInTheNextPeriod() {
    Desk.Hands time = new Desk.Hands();
    Desk own = new Desk(world.table, "resolutionflow", time);
    Tenancy tenancy = Desk.tenant(Map.of(Desk.SESSIONS, 20L));
    for (int i = 0; i < 25; i++) {
      own.reserve(tenancy, Desk.SESSIONS, 1);
    }
    assertThat(told(tenancy)).containsExactly(80, 95, 100);

    time.advance(Duration.ofDays(31));
    own.reserve(tenancy, Desk.SESSIONS, 15);
    assertThat(told(tenancy)).hasSize(3);
    own.reserve(tenancy, Desk.SESSIONS, 5);

    assertThat(told(tenancy)).as("only the highest that was reached").hasSize(4).endsWith(100);
    assertThat(published(tenancy))
        .containsExactly("limit.near", "limit.near", "limit.reached", "limit.reached");
  }

  @Test
  void aLevelThatRisesAndFallsIsToldOnceAMonth() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 10L));
    desk.reserve(tenancy, Desk.TREES, 7);
    for (int i = 0; i < 3; i++) {
      Reservation tree = reserved(desk.reserve(tenancy, Desk.TREES, 1));
      desk.settling.release(tree.tenant(), tree.id());
    }

    assertThat(told(tenancy)).containsExactly(80);
  }

  private static void build(Desk desk, Tenancy tenancy) {
    Reservation build = reserved(desk.reserve(tenancy, Desk.BUILDS_24H, 1));
    desk.settling.commit(build.tenant(), build.id(), Map.of());
  }

  private List<Integer> told(Tenancy tenancy) {
    return messages(tenancy).stream()
        .map(Message::announcement)
        .filter(Announcement.LimitNear.class::isInstance)
        .map(near -> ((Announcement.LimitNear) near).percent())
        .toList();
  }

  private List<String> published(Tenancy tenancy) {
    return messages(tenancy).stream()
        .map(Message::announcement)
        .filter(Announcement.Published.class::isInstance)
        .map(news -> ((Announcement.Published) news).event())
        .toList();
  }

  /** In the order in which they were made. */
  private List<Message> messages(Tenancy tenancy) {
    return world.items(Key.tenant(tenancy.account().id()), "OUTBOX#").stream()
        .map(row -> OutboxItem.read(row).orElseThrow())
        .sorted(
            java.util.Comparator.comparing(Message::at)
                .thenComparing(ReservationsDynamoTest::percent))
        .toList();
  }

  private static int percent(Message message) {
    return switch (message.announcement()) {
      case Announcement.LimitNear near -> near.percent();
      case Announcement.Published news -> Integer.parseInt(news.data().get("percent"));
      default -> 0;
    };
  }

  private static Map<Meter, Long> over(Outcome outcome) {
    return ((Refused) outcome)
        .over().stream()
            .collect(
                java.util.stream.Collectors.toUnmodifiableMap(MeterState::meter, MeterState::used));
  }

  private static Reservation reserved(Outcome outcome) {
    return ((Reserved) outcome).reservation();
  }

  private int writes() {
    return world.faults.count("TransactWriteItems");
  }

  private int reads() {
    return world.faults.count("BatchGetItem");
  }
}
