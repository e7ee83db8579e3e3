package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.quota.Demand;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.ReservingQuota.Outcome;
import dev.tollgate.core.quota.ReservingQuota.Reserved;
import dev.tollgate.core.quota.SettlingReservation;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Reserve, commit, release, expire and the passing of time, in 300 random orders, against an oracle
 * that adds up what is held: the table's meters must say the same after every step.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuotaModelTest {
  private static final int SEEDS = 300;
  private static final int STEPS = 16;
  private static final int THREADS = 4;
  private static final List<Meter> METERS =
      List.of(Desk.TREES, Desk.SESSIONS, Desk.BUILDS, Desk.BUILDS_24H);

  private final ATable world = new ATable();

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void metersSayWhatTheOracleSaysWhateverHappens() {
    long first = Seed.next("QuotaModelTest").value();
    AtomicInteger next = new AtomicInteger();
    List<Callable<Integer>> workers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      workers.add(
          () -> {
            int lived = 0;
            FaultInterceptor faults = new FaultInterceptor();
            try (ATable.Client client = world.client(faults)) {
              for (int n = next.getAndIncrement(); n < SEEDS; n = next.getAndIncrement()) {
                new Life(client.table(), faults, first + n).live();
                lived++;
              }
            }
            return lived;
          });
    }

    assertThat(Race.run(workers).stream().mapToInt(Integer::intValue).sum()).isEqualTo(SEEDS);
  }

  /** One tenant, one order of things. */
  private static final class Life {
    private final long seed;
    private final Random random;
    private final Desk.Hands time = new Desk.Hands();
    private final Desk desk;
    private final Tenancy tenancy;
    private final Oracle oracle;
    private final List<ReservationId> ids = new ArrayList<>();

    Life(Table table, FaultInterceptor faults, long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.desk = new Desk(table, "resolutionflow", time);
      Map<Meter, Long> limits =
          Map.of(
              Desk.TREES, (long) random.nextInt(6),
              Desk.SESSIONS, (long) random.nextInt(12),
              Desk.BUILDS, 8L,
              Desk.BUILDS_24H, (long) random.nextInt(5));
      this.tenancy = Desk.tenant(limits);
      this.oracle = new Oracle(limits, time);
      faults.follow(
          (number, operation) ->
              operation.equals("TransactWriteItems")
                      && new Random(seed * 31 + number).nextInt(5) == 0
                  ? (number % 2 == 0 ? Fault.LOST_ANSWER : Fault.CONFLICT)
                  : Fault.NONE);
    }

    void live() {
      List<String> story = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        story.add(step());
        for (MeterState state : desk.reading.of(tenancy, METERS)) {
          assertThat(state.used())
              .as("seed %d, %s after %s", seed, state.meter().key(), story)
              .isEqualTo(oracle.used(state.meter()))
              .isNotNegative();
        }
      }
    }

    private String step() {
      int dice = random.nextInt(100);
      if (dice < 45 || ids.isEmpty()) {
        return reserve(Some.IDS.reservation(time.now()));
      }
      ReservationId one = ids.get(random.nextInt(ids.size()));
      if (dice < 60) {
        return commit(one);
      }
      if (dice < 75) {
        return release(one);
      }
      if (dice < 82) {
        desk.sweep(tenancy);
        oracle.sweep();
        return "sweep";
      }
      Duration length = Duration.ofMinutes(random.nextInt(3) == 0 ? 60 * 20 : 3);
      time.advance(length);
      return "pass " + length;
    }

    private String reserve(ReservationId id) {
      List<Demand> demands = new ArrayList<>();
      for (Meter meter : METERS) {
        if (random.nextInt(3) == 0) {
          demands.add(new Demand(meter, 1 + random.nextInt(3)));
        }
      }
      if (demands.isEmpty()) {
        demands.add(new Demand(Desk.TREES, 1));
      }
      boolean expected = oracle.reserve(id, demands);
      Outcome outcome = desk.reserve(tenancy, id, demands.toArray(Demand[]::new));
      assertThat(outcome instanceof Reserved)
          .as("seed %d, %s of %s", seed, outcome, demands)
          .isEqualTo(expected);
      if (expected) {
        ids.add(id);
      }
      return "reserve " + demands + " " + expected;
    }

    private String commit(ReservationId id) {
      Map<Meter, Long> kept = oracle.someOf(id, random);
      boolean expected = oracle.commit(id, kept);
      var outcome = desk.settling.commit(tenancy.account().id(), id, kept);
      assertThat(outcome instanceof SettlingReservation.Settled)
          .as("seed %d, commit %s", seed, outcome)
          .isEqualTo(expected);
      return "commit " + kept + " " + expected;
    }

    private String release(ReservationId id) {
      boolean expected = oracle.release(id);
      var outcome = desk.settling.release(tenancy.account().id(), id);
      assertThat(outcome instanceof SettlingReservation.Settled)
          .as("seed %d, release %s", seed, outcome)
          .isEqualTo(expected);
      return "release " + expected;
    }
  }
}
