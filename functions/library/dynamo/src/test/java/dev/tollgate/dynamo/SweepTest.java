package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A run touches what is due and nobody else. With {@code -Dsweep.tenants=100000 -Dsweep.due=1000}
 * the sizes of the promise; it takes as long as writing so many items does.
 */
final class SweepTest {
  private static final int TENANTS = Integer.getInteger("sweep.tenants", 4_000);
  private static final int DUE = Integer.getInteger("sweep.due", 100);
  private static final int EACH = 25;

  private final ATable world = new ATable();
  private final Almanac almanac = new Almanac(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void ofManyTenantsOnlyThoseWithSomethingDueAreTouched() {
    Set<TenantId> due = new HashSet<>();
    for (int i = 0; i < DUE; i++) {
      due.add(almanac.trialing(Some.NOW));
    }
    waiting(TENANTS - DUE);
    almanac.now = Some.NOW.plus(Duration.ofDays(7));
    RunningDueActions running = almanac.running(world.table);
    world.faults.follow(Script.calm());

    long begun = System.nanoTime();
    int moved = running.run(10_000, almanac);
    long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();

    assertThat(moved).isEqualTo(DUE);
    assertThat(almanac.seen).extracting(seen -> seen.action().tenant()).allMatch(due::contains);
    int pages = DueItem.SHARDS.number() + DUE / 100 + 1;
    assertThat(world.faults.count("Query")).isBetween(DUE, DUE + 2 * pages);
    assertThat(world.faults.count("BatchGetItem")).isEqualTo(2 * DUE);
    assertThat(world.faults.count("TransactWriteItems")).isEqualTo(2 * DUE);
    System.out.printf(
        "%d tenants, %d due: %d ms, %d queries, %d reads, %d transactions%n",
        TENANTS,
        DUE,
        millis,
        world.faults.count("Query"),
        world.faults.count("BatchGetItem"),
        world.faults.count("TransactWriteItems"));

    world.faults.follow(Script.calm());
    assertThat(running.run(10_000, almanac)).isZero();
    assertThat(world.faults.calls()).as("where nothing is due").hasSize(DueItem.SHARDS.number());
  }

  /** Tenants whose only action is a year away. */
  private void waiting(int tenants) {
    List<List<Action>> chunks = new ArrayList<>();
    for (int i = 0; i < tenants; i += EACH) {
      chunks.add(
          IntStream.range(i, Math.min(tenants, i + EACH))
              .mapToObj(_ -> Some.tenant())
              .map(
                  tenant ->
                      new DueAction(
                          tenant, Duty.TRIAL_END, Some.NOW, 0, Some.NOW.plus(Duration.ofDays(365))))
              .map(DueItem::put)
              .toList());
    }
    chunks.parallelStream().forEach(world.table::writeAlways);
  }
}
