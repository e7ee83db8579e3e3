package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges.Commit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.ReservingQuota.Outcome;
import dev.tollgate.core.quota.ReservingQuota.Refused;
import dev.tollgate.core.quota.ReservingQuota.Reserved;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;

/**
 * A downgrade below what is used, racing those who use more: all of them decide by the plan before
 * it and are released together. What is over the free limit of 100 records stays, read-only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DowngradeTest {
  private static final int CONTENDERS = 12;
  private static final long FREE = 100;

  private final ATable world = new ATable();
  private final Desk desk = new Desk(world.table, "tollgate", new Desk.Hands());
  private final BillingChangesDynamo changes =
      new BillingChangesDynamo(world.table, Fences.of(EditionFiles.load("tollgate")));

  @AfterAll
  void close() {
    world.close();
  }

  @RepeatedTest(15)
  void whoeverIsFirstTheLevelFitsThePlanOrThePlanIsNotGiven() {
    Tenancy before = tenant();
    desk.reserve(before, Meter.RECORDS, FREE - 4);

    Ended ended = race(before, Map.of(Meter.RECORDS, FREE));

    long used = desk.used(before, Meter.RECORDS);
    assertThat(used).isEqualTo(FREE - 4 + ended.reserved());
    if (ended.commit() == Commit.WRITTEN) {
      assertThat(used).isLessThanOrEqualTo(FREE);
    } else {
      assertThat(ended.commit()).isEqualTo(Commit.EXCEEDED);
      assertThat(ended.reserved()).isEqualTo(CONTENDERS);
      assertThat(enrolled(before).grant().plan()).isEqualTo("pro");
    }
  }

  @RepeatedTest(15)
  void whatTheProviderTakesAwayLeavesWhatIsOverReadOnly() {
    Tenancy before = tenant();
    desk.reserve(before, Meter.RECORDS, FREE);

    Ended ended = race(before, Map.of());

    assertThat(ended.commit()).isEqualTo(Commit.WRITTEN);
    Tenancy after = before.with(enrolled(before));
    MeterState records = desk.reading.of(after, List.of(Meter.RECORDS)).getFirst();
    assertThat(records.used()).isEqualTo(FREE + ended.reserved());
    assertThat(records.isReadOnly()).isEqualTo(ended.reserved() > 0);
    assertThat(desk.reserve(before, Meter.RECORDS, 1))
        .as("whoever still has the old plan in hand")
        .isInstanceOf(Refused.class);
  }

  private record Ended(Commit commit, long reserved) {}

  private Ended race(Tenancy before, Map<Meter, Long> most) {
    world.faults.follow(Script.calm());
    world.faults.hold(Gate.after("BatchGetItem", CONTENDERS + 1));
    List<Callable<Object>> contenders = new ArrayList<>();
    contenders.add(
        () -> {
          Enrollment seen = enrolled(before);
          Enrollment free = seen.with(new Grant.Given("free", Some.NOW.plusSeconds(1)));
          return changes.commit(BillingChange.of(free, Some.NOW).within(most));
        });
    for (int i = 0; i < CONTENDERS; i++) {
      contenders.add(
          () -> {
            desk.used(before, Meter.RECORDS);
            return desk.reserve(before, Meter.RECORDS, 1);
          });
    }
    List<Object> outcomes = Race.run(contenders);
    world.faults.follow(Script.calm());
    assertThat(outcomes.subList(1, outcomes.size()))
        .allMatch(outcome -> outcome instanceof Outcome);
    return new Ended(
        (Commit) outcomes.getFirst(), outcomes.stream().filter(Reserved.class::isInstance).count());
  }

  private Enrollment enrolled(Tenancy tenancy) {
    return Optional.of(new EnrollmentsDynamo(world.table))
        .flatMap(enrollments -> enrollments.find(tenancy.account().id()))
        .orElseThrow();
  }

  /** On a plan of 50,000 records, stored as a sign-up stores it. */
  private Tenancy tenant() {
    Tenancy made = Desk.tenant(Map.of());
    Tenancy pro =
        Tenancy.of(
            made.account(),
            Enrollment.begun(made.account().id(), new Grant.Given("pro", Some.NOW)));
    world.table.writeAlways(
        List.of(
            Action.put(AccountItem.write(pro.account())), EnrollmentItem.begin(pro.enrollment())));
    return pro;
  }
}
