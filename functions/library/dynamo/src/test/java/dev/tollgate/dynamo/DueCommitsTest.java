package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges.Commit;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions.Claim;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.testkit.faults.Race;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a change of billing calls for, ends and rests on, in its one transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DueCommitsTest {
  private static final Instant NOW = Some.NOW;
  private static final Instant LEASE = NOW.plusSeconds(360);

  private final ATable world = new ATable();
  private final DueActionsDynamo actions = new DueActionsDynamo(world.table, new Random(1));
  private final BillingChangesDynamo changes =
      new BillingChangesDynamo(world.table, Fences.of(EditionFiles.load("tollgate")));

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void whatItCallsForIsWrittenAndWhatItEndsIsGone() {
    Enrollment begun = begun();
    Claim claim = claimed(begun.tenant());
    DueAction next = action(begun.tenant(), 2);

    assertThat(
            changes.commit(
                BillingChange.of(begun.with(new Grant.Given("free", NOW)), NOW)
                    .scheduling(List.of(next))
                    .finishing(claim)))
        .isEqualTo(Commit.WRITTEN);

    assertThat(actions.due(begun.tenant(), NOW)).containsExactly(next);
  }

  @Test
  void whoseClaimHasRunOutWritesNothingAtAll() {
    Enrollment begun = begun();
    Claim dead = claimed(begun.tenant());
    assertThat(actions.claim(dead.action(), LEASE, LEASE.plusSeconds(360))).isPresent();
    int items = world.size();

    assertThat(changes.commit(told(begun, dead))).isEqualTo(Commit.CLAIM_LOST);
    assertThat(
            changes.commit(
                BillingChange.of(begun.with(new Grant.Given("free", NOW)), NOW).finishing(dead)))
        .isEqualTo(Commit.CLAIM_LOST);

    assertThat(world.size()).isEqualTo(items);
    assertThat(enrollment(begun.tenant())).isEqualTo(begun);
  }

  @Test
  void whatRestsOnAnEnrollmentThatMovedIsStaleAndStaysClaimed() {
    Enrollment begun = begun();
    Claim claim = claimed(begun.tenant());
    changes.commit(BillingChange.of(begun.with(new Grant.Given("free", NOW)), NOW));
    int items = world.size();

    assertThat(changes.commit(told(begun, claim))).isEqualTo(Commit.STALE);

    assertThat(world.size()).isEqualTo(items);
    assertThat(changes.commit(told(enrollment(begun.tenant()), claim))).isEqualTo(Commit.WRITTEN);
    assertThat(actions.due(begun.tenant(), LEASE)).isEmpty();
  }

  @Test
  void aBasisWritesNothingToTheEnrollment() {
    Enrollment begun = begun();
    changes.commit(told(begun, claimed(begun.tenant())));
    assertThat(enrollment(begun.tenant())).isEqualTo(begun);
  }

  @RepeatedTest(3)
  void ofManyWhoEndItWithOneClaimOneDoes() {
    Enrollment begun = begun();
    Claim claim = claimed(begun.tenant());
    List<Callable<Commit>> racers =
        IntStream.range(0, 8)
            .<Callable<Commit>>mapToObj(_ -> () -> changes.commit(told(begun, claim)))
            .toList();
    assertThat(Race.run(racers)).containsOnlyOnce(Commit.WRITTEN).contains(Commit.CLAIM_LOST);
    assertThat(world.items(Key.tenant(begun.tenant()), "OUTBOX#")).hasSize(1);
  }

  private static BillingChange told(Enrollment basis, Claim claim) {
    return BillingChange.basedOn(basis, NOW)
        .telling(List.of(Some.fact(basis.tenant(), claim.action().key())))
        .finishing(claim);
  }

  private Enrollment begun() {
    Enrollment begun = Some.trial(Some.tenant());
    world.table.writeAlways(List.of(EnrollmentItem.begin(begun)));
    return begun;
  }

  private Claim claimed(TenantId tenant) {
    DueAction action = action(tenant, 1);
    world.table.writeAlways(List.of(DueItem.put(action)));
    return actions.claim(action, NOW, LEASE).orElseThrow();
  }

  private static DueAction action(TenantId tenant, int step) {
    return new DueAction(tenant, Duty.TRIAL_REMINDER, NOW, step, NOW);
  }

  private Enrollment enrollment(TenantId tenant) {
    return new EnrollmentsDynamo(world.table).find(tenant).orElseThrow();
  }
}
