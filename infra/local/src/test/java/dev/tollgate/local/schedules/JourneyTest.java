package dev.tollgate.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.quiet.Quiet;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Trigger;
import dev.tollgate.testkit.servers.DynamoDbServer;
import dev.tollgate.testkit.servers.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class JourneyTest {
  private static final DynamoDbServer DATABASE = DynamoDbServer.inMemory();
  private static final DynamoDbClient CLIENT = DATABASE.client();
  private static final String TENANT = "ten_00000000000000000000000001";
  private static final String OTHER = "ten_00000000000000000000000002";

  private record Firing(String name, Instant time, Instant tenantTime) {}

  private final StackClock clock = StackClock.open(null);
  private final Activity activity = new Activity();
  private final List<Firing> firings = new ArrayList<>();
  private final Beside beside = new Beside();
  private String table = "";

  @AfterAll
  static void stop() {
    CLIENT.close();
    DATABASE.close();
  }

  @BeforeEach
  void makeTable(TestInfo test) {
    table = test.getTestMethod().orElseThrow().getName();
    TableDefinition.ofProject().create(CLIENT, table);
  }

  @AfterEach
  void stopClock() {
    clock.close();
  }

  @Test
  void everyScheduleOnTheWayFiresOnceForEachTimeInOrder() {
    Instant start = clock.instant();
    Instant noon = start.plus(Duration.ofHours(36)).truncatedTo(ChronoUnit.HOURS);
    String once = noon.toString().substring(0, 19);
    journey("daily", "rate(1 day)", "once", "at(" + once + ")")
        .toTime(start.plus(Duration.ofDays(3)).plusSeconds(60));

    assertThat(firings).extracting(Firing::name).containsExactly("daily", "once", "daily", "daily");
    assertThat(firings)
        .extracting(Firing::time)
        .isSorted()
        .first()
        .satisfies(t -> assertThat(t).isCloseTo(start.plus(Duration.ofDays(1)), seconds()));
    assertThat(clock.instant())
        .isCloseTo(start.plus(Duration.ofDays(3)), within(70, ChronoUnit.SECONDS));
  }

  @Test
  void aFrequentScheduleStopsOnlyWhereSomethingFallsDue() {
    Instant start = clock.instant();
    Instant due = start.plus(Duration.ofDays(4));
    put(TENANT, "a", due);
    journey("sweep", "rate(1 minute)").toTime(start.plus(Duration.ofDays(14)));

    assertThat(firings).hasSize(3); // before setting out, at what falls due, at the end
    assertThat(firings.get(1).time()).isBetween(due, due.plus(Duration.ofSeconds(65)));
    assertThat(firings.get(2).time()).isCloseTo(start.plus(Duration.ofDays(14)), seconds());
  }

  @Test
  void whatNobodyClearsDoesNotHoldTheJourneyUp() {
    Instant start = clock.instant();
    put(TENANT, "stuck", start.plus(Duration.ofDays(1)));
    put(TENANT, "later", start.plus(Duration.ofDays(2)));
    journey("sweep", "rate(1 minute)").toTime(start.plus(Duration.ofDays(30)));

    assertThat(firings).hasSize(4);
  }

  @Test
  void oneTenantTravelsAloneAndStopsAtItsOwnDueTimesOnly() {
    Instant start = clock.instant();
    put(TENANT, "mine", start.plus(Duration.ofDays(3)));
    put(OTHER, "theirs", start.plus(Duration.ofDays(5)));
    journey("sweep", "rate(1 minute)").toTime(start.plus(Duration.ofDays(10)), TENANT);

    assertThat(firings).hasSize(3);
    assertThat(firings).allSatisfy(f -> assertThat(f.time()).isCloseTo(start, seconds()));
    assertThat(firings.get(1).tenantTime())
        .isCloseTo(start.plus(Duration.ofDays(3)), within(70, ChronoUnit.SECONDS));
    assertThat(clock.instant(OTHER)).isCloseTo(start, seconds());
    assertThat(clock.instant(TENANT)).isCloseTo(start.plus(Duration.ofDays(10)), seconds());
  }

  @Test
  void whatIsBesideFollowsTheTenantFromStopToStopBeforeAnythingFires() {
    Instant start = clock.instant();
    put(TENANT, "mine", start.plus(Duration.ofDays(3)));
    Instant renewal = start.plus(Duration.ofDays(2));
    beside.due.add(renewal);
    journey("sweep", "rate(1 minute)").toTime(start.plus(Duration.ofDays(10)), TENANT);

    assertThat(beside.followed).isSorted();
    assertThat(beside.followed.getFirst()).isCloseTo(start, seconds());
    assertThat(beside.followed.get(1)).isCloseTo(renewal, seconds());
    assertThat(beside.followed.get(2))
        .isCloseTo(start.plus(Duration.ofDays(3)), within(70, ChronoUnit.SECONDS));
    assertThat(beside.followed.getLast())
        .isCloseTo(start.plus(Duration.ofDays(10)), within(70, ChronoUnit.SECONDS));
  }

  @Test
  void whoIsAheadOfTheStackComesWithItAndIsStoppedForByItsOwnTime() {
    Instant start = clock.instant();
    Duration year = Duration.ofDays(365);
    clock.moveTo(start.plus(year), TENANT);
    put(TENANT, "mine", start.plus(year).plus(Duration.ofDays(3)));
    put(OTHER, "theirs", start.plus(Duration.ofDays(5)));
    beside.due.add(start.plus(year).plus(Duration.ofDays(2)));
    journey("sweep", "rate(1 minute)").toTime(start.plus(Duration.ofDays(10)));

    assertThat(firings)
        .extracting(f -> Duration.between(start, f.time()).plusHours(1).toDays())
        .containsExactly(0L, 3L, 5L, 10L);
    assertThat(beside.followed)
        .extracting(at -> Duration.between(start.plus(year), at).plusHours(1).toDays())
        .containsExactly(0L, 2L, 3L, 5L, 10L);
  }

  private static TemporalUnitOffset seconds() {
    return within(10, ChronoUnit.SECONDS);
  }

  /** Names and expressions in turn. */
  private Journey journey(String... schedules) {
    List<Trigger> triggers = new ArrayList<>();
    for (int i = 0; i < schedules.length; i += 2) {
      triggers.add(
          new Trigger.Schedule(
              schedules[i], schedules[i + 1], ZoneId.of("UTC"), schedules[i], Fakes.PLACE));
    }
    FunctionDefinition definition = Fakes.definition("clockwork", triggers.toArray(Trigger[]::new));
    Functions functions =
        Fakes.functions(
            "clockwork",
            activity,
            name -> {
              firings.add(new Firing(name, clock.instant(), clock.instant(TENANT)));
              return "";
            });
    return new Journey(
        Scheduler.of(List.of(definition), clock, functions, new NothingBeside()),
        clock,
        new DueIndex(CLIENT, List.of(table)),
        beside,
        new Quiet(activity, List.of()));
  }

  private void put(String tenant, String id, Instant due) {
    CLIENT.putItem(
        p ->
            p.tableName(table)
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("TENANT#" + tenant),
                        "sk", AttributeValue.fromS("DUE#" + id),
                        "due_shard", AttributeValue.fromS("DUE#" + id.length()),
                        "due_at", AttributeValue.fromS(due + "#" + id))));
  }

  private static final class NothingBeside implements Agenda {
    @Override
    public Optional<Instant> nextDue() {
      return Optional.empty();
    }

    @Override
    public void runDue() {}
  }

  /** Something to do at certain times of the tenant, done when it is followed there. */
  private static final class Beside implements TenantClocks {
    final List<Instant> due = new ArrayList<>();
    final List<Instant> followed = new ArrayList<>();

    @Override
    public boolean isKnown(String tenant) {
      return true;
    }

    @Override
    public Optional<Instant> nextDue(String tenant) {
      return due.stream().min(Instant::compareTo);
    }

    @Override
    public void follow(String tenant, Instant to) {
      followed.add(to);
      due.removeIf(time -> !time.isAfter(to));
    }
  }
}
