package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.quota.Demand;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.ReservingQuota.Outcome;
import dev.tollgate.core.quota.ReservingQuota.Refused;
import dev.tollgate.core.quota.ReservingQuota.Reserved;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import dev.tollgate.testkit.faults.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No quota is ever oversold (invariant 1): three instances, 1,000 requests, fifty of them released
 * together after each has read the level, a fifth of all transactions in conflict with others and a
 * tenth of the answers lost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OversellingTest {
  private static final int AT_ONCE = 50;

  private final ATable world = new ATable();
  private final List<Instance> instances = Stream.generate(this::instance).limit(3).toList();

  private record Instance(Desk desk, FaultInterceptor faults, AutoCloseable client) {}

  private Instance instance() {
    FaultInterceptor faults = new FaultInterceptor();
    ATable.Client client = world.client(faults);
    return new Instance(
        new Desk(client.table(), "resolutionflow", new Desk.Hands()), faults, client);
  }

  @AfterAll
  void close() throws Exception {
    for (Instance instance : instances) {
      instance.client().close();
    }
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"trees, 1, 1000", "trees, 100, 1000", "ai_builds_24h, 20, 200"})
  void whatIsSoldIsTheLimitAndNobodyIsRefusedBeforeIt(String meterKey, long limit, int requests) {
    Random random = Seed.next("OversellingTest").random();
    Meter meter = new Meter(meterKey);
    Tenancy tenancy = Desk.tenant(Map.of(meter, limit));
    List<Outcome> outcomes = new ArrayList<>();
    for (int round = 0; round < requests / AT_ONCE; round++) {
      Gate gate = Gate.after("BatchGetItem", AT_ONCE);
      for (Instance instance : instances) {
        instance.faults().follow(trouble(random.nextLong()));
        instance.faults().hold(gate);
      }
      outcomes.addAll(Race.run(contenders(tenancy, meter)));
    }

    instances.forEach(instance -> instance.faults().follow(Script.calm()));
    long sold = outcomes.stream().filter(Reserved.class::isInstance).count();
    assertThat(sold).isEqualTo(limit);
    assertThat(instances.getFirst().desk().used(tenancy, meter)).isEqualTo(limit);
    assertThat(live(tenancy, meter)).isEqualTo(limit);
    assertThat(outcomes.stream().filter(Refused.class::isInstance).toList())
        .hasSize((int) (requests - limit))
        .allSatisfy(
            refused ->
                assertThat(((Refused) refused).over())
                    .extracting(MeterState::used)
                    .containsExactly(limit));
  }

  /** Each reads, waits at the gate for the others, and reserves; a tenth of them ask twice. */
  private List<Callable<Outcome>> contenders(Tenancy tenancy, Meter meter) {
    List<Callable<Outcome>> contenders = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      Desk desk = instances.get(i % instances.size()).desk();
      boolean twice = i % 10 == 0;
      contenders.add(
          () -> {
            desk.used(tenancy, meter);
            ReservationId id = Some.IDS.reservation(Some.NOW);
            Outcome outcome = desk.reserve(tenancy, id, new Demand(meter, 1));
            return twice ? desk.reserve(tenancy, id, new Demand(meter, 1)) : outcome;
          });
    }
    return contenders;
  }

  private static Script trouble(long seed) {
    return (number, operation) -> {
      int dice = new Random(seed + number).nextInt(100);
      if (!operation.equals("TransactWriteItems")) {
        return Fault.NONE;
      }
      return dice < 20 ? Fault.CONFLICT : dice < 30 ? Fault.LOST_ANSWER : Fault.NONE;
    };
  }

  /** What the reservations themselves come to. */
  private long live(Tenancy tenancy, Meter meter) {
    return world.items(Key.tenant(tenancy.account().id()), ReservationItem.PREFIX).stream()
        .map(ReservationItem::read)
        .filter(reservation -> reservation.state() == Reservation.State.RESERVED)
        .mapToLong(reservation -> reservation.amounts().getOrDefault(meter, 0L))
        .sum();
  }
}
