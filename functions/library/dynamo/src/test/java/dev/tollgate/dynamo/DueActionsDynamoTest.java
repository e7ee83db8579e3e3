package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions;
import dev.tollgate.core.schedule.DueActions.Claim;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What lies between the writing of a due action and its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DueActionsDynamoTest {
  private static final Instant NOW = Some.NOW;
  private static final Instant LEASE = NOW.plus(Duration.ofMinutes(6));

  private final ATable world = new ATable();
  private final DueActionsDynamo actions = new DueActionsDynamo(world.table, new Random(1));

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @RepeatedTest(5)
  void ofManyWhoClaimOneGetsIt() {
    DueAction action = written(Some.tenant(), 0, NOW);
    List<Callable<Optional<Claim>>> racers =
        IntStream.range(0, 12)
            .<Callable<Optional<Claim>>>mapToObj(
                i ->
                    () ->
                        new DueActionsDynamo(world.table, new Random(i)).claim(action, NOW, LEASE))
            .toList();

    List<Claim> claims = Race.run(racers).stream().flatMap(Optional::stream).toList();

    assertThat(claims).singleElement().satisfies(claim -> assertThat(claim.tries()).isEqualTo(1));
  }

  @Test
  void aClaimWhoseAnswerWasLostIsStillOurs() {
    DueAction action = written(Some.tenant(), 0, NOW);
    world.faults.follow(Script.at(1, Fault.LOST_ANSWER));
    assertThat(actions.claim(action, NOW, LEASE)).isPresent();
  }

  @Test
  void itIsNobodysUntilTheLeaseIsOverAndAnybodysThen() {
    DueAction action = written(Some.tenant(), 0, NOW);
    Claim dead = actions.claim(action, NOW, LEASE).orElseThrow();
    assertThat(actions.claim(action, LEASE.minusMillis(1), LEASE.plusSeconds(1))).isEmpty();

    Claim heir = actions.claim(action, LEASE, LEASE.plusSeconds(60)).orElseThrow();

    assertThat(heir.tries()).isEqualTo(2);
    actions.drop(dead);
    actions.postpone(dead, LEASE.plusSeconds(99));
    actions.tryAgain(dead, LEASE.plusSeconds(99));
    actions.park(dead, "Dead", LEASE);
    assertThat(actions.claim(action, LEASE, LEASE.plusSeconds(60)))
        .as("still the heir's")
        .isEmpty();
    assertThat(parked(action)).isEmpty();
    actions.drop(heir);
    assertThat(row(action)).isEmpty();
  }

  @Test
  void nothingIsClaimedBeforeItsTimeOrWhenItIsDone() {
    DueAction action = written(Some.tenant(), 0, NOW.plusMillis(1));
    assertThat(actions.claim(action, NOW, LEASE)).isEmpty();
    actions.drop(actions.claim(action, NOW.plusMillis(1), LEASE).orElseThrow());
    assertThat(actions.claim(action, LEASE, LEASE.plusSeconds(1))).isEmpty();
    assertThat(row(action)).as("a claim brings nothing back").isEmpty();
  }

  @Test
  void whatIsPostponedWasNeverTriedAndWhatIsTriedAgainWas() {
    DueAction action = written(Some.tenant(), 0, NOW);
    actions.tryAgain(claim(action, NOW), NOW.plusSeconds(60));
    assertThat(actions.claim(action, NOW.plusSeconds(59), LEASE)).isEmpty();
    Claim second = claim(action, NOW.plusSeconds(60));
    assertThat(second.tries()).isEqualTo(2);
    actions.postpone(second, NOW.plusSeconds(120));
    assertThat(claim(action, NOW.plusSeconds(120)).tries()).isEqualTo(1);
  }

  @Test
  void whatIsParkedWaitsForAPersonAndIsDueAgainThen() {
    TenantId tenant = Some.tenant();
    DueAction action = written(tenant, 0, NOW);
    actions.park(claim(action, NOW), "IllegalStateException", NOW.plusSeconds(5));

    assertThat(actions.claim(action, LEASE, LEASE.plusSeconds(1))).isEmpty();
    assertThat(actions.due(tenant, LEASE)).isEmpty();
    assertThat(parked(action))
        .containsExactly(
            new DueActions.Parked(
                tenant, action.key(), 1, "IllegalStateException", NOW.plusSeconds(5)));
    assertThat(actions.retry(tenant, "no such key", LEASE)).isFalse();
    assertThat(actions.retry(Some.tenant(), action.key(), LEASE)).as("a foreign one").isFalse();

    assertThat(actions.retry(tenant, action.key(), LEASE)).isTrue();

    assertThat(actions.retry(tenant, action.key(), LEASE)).as("not parked any more").isFalse();
    assertThat(parked(action)).isEmpty();
    assertThat(actions.due(tenant, LEASE)).containsExactly(action);
    assertThat(claim(action, LEASE).tries()).isEqualTo(1);
  }

  @Test
  void theLongestParkedComesFirst() {
    DueAction late = written(Some.tenant(), 0, NOW);
    DueAction early = written(Some.tenant(), 0, NOW);
    actions.park(claim(late, NOW), "A", NOW.plusSeconds(2_000));
    actions.park(claim(early, NOW), "B", NOW.plusSeconds(1_000));
    assertThat(actions.parked(200, Optional.empty()).actions())
        .extracting(DueActions.Parked::tenant)
        .containsSubsequence(early.tenant(), late.tenant());
    assertThat(actions.parked(1, Optional.empty()).actions()).hasSize(1);
  }

  @Test
  void pagesOfTheParkedFollowEachOtherAndAForgedCursorLeadsNowhere() {
    for (int i = 0; i < 5; i++) {
      actions.park(claim(written(Some.tenant(), 0, NOW), NOW), "A", NOW.plusSeconds(i / 2));
    }
    List<DueActions.Parked> all = actions.parked(200, Optional.empty()).actions();
    List<DueActions.Parked> paged = new java.util.ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      DueActions.ParkedPage page = actions.parked(2, cursor);
      paged.addAll(page.actions());
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    assertThat(paged).isEqualTo(all).hasSizeGreaterThanOrEqualTo(5);
    for (String forged : List.of("", "!!", "YQ", Cursor.write("a\nb\nc"), Cursor.write("a"))) {
      assertThat(actions.parked(2, Optional.of(forged)).actions()).as(forged).isEmpty();
    }
  }

  @Test
  void writingItAgainMakesItNewAndTakesItFromWhoHasIt() {
    DueAction action = written(Some.tenant(), 0, NOW);
    Claim first = claim(action, NOW);
    write(action);
    actions.drop(first);
    assertThat(claim(action, NOW).tries()).isEqualTo(1);
  }

  @Test
  void aTenantsAreDoneInOrderUpToWhatSomebodyIsAt() {
    TenantId tenant = Some.tenant();
    DueAction third = written(tenant, 3, NOW.minusSeconds(1));
    DueAction first = written(tenant, 1, NOW.minusSeconds(9));
    DueAction second = written(tenant, 2, NOW.minusSeconds(5));
    written(tenant, 4, NOW.plusSeconds(1));
    assertThat(actions.due(tenant, NOW)).containsExactly(first, second, third);

    Claim claim = claim(second, NOW);
    assertThat(actions.due(tenant, NOW)).as("second is on its way").containsExactly(first);

    actions.tryAgain(claim, NOW.plusSeconds(60));
    assertThat(actions.due(tenant, NOW)).as("second has failed").containsExactly(first, third);
  }

  @Test
  void aRunGoesOnceThroughAllShardsWhateverHappensToWhatItSaw() {
    Instant at = NOW.minus(Duration.ofDays(3_000)); // before everything else here
    List<DueAction> written = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      written.add(written(Some.tenant(), 0, at.plusSeconds(i)));
    }
    List<DueAction> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      DueActions.Page page = actions.due(at.plusSeconds(60), 2, after);
      assertThat(page.actions()).hasSizeLessThanOrEqualTo(2);
      seen.addAll(page.actions());
      page.actions().forEach(action -> actions.drop(claim(action, NOW)));
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void everyShardIsTheFirstInItsMinute() {
    assertThat(
            Stream.iterate(NOW, minute -> minute.plusSeconds(60))
                .limit(DueItem.SHARDS.number())
                .map(minute -> DuePlace.first(minute).shard()))
        .containsExactlyInAnyOrderElementsOf(DueItem.SHARDS.all());
  }

  @Test
  void whatThisVersionDoesNotKnowIsCountedAndStopsNothing() {
    TenantId tenant = Some.tenant();
    Instant at = NOW.minus(Duration.ofDays(4_000));
    DueAction strange = written(tenant, 0, at);
    DueAction known = written(tenant, 1, at.plusSeconds(1));
    world.vandalise(DueItem.DueKey.of(strange), "duty", "dance");
    int unknown = 0;
    List<DueAction> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      DueActions.Page page = actions.due(at.plusSeconds(1), 100, after);
      unknown += page.unknown();
      seen.addAll(page.actions());
      after = page.next();
    } while (after.isPresent());
    assertThat(unknown).isEqualTo(1);
    assertThat(seen).containsExactly(known);
    assertThat(actions.due(tenant, NOW)).containsExactly(known);
    actions.drop(claim(known, NOW));
    world.table.writeAlways(List.of(Action.delete(DueItem.DueKey.of(strange))));
  }

  private DueAction written(TenantId tenant, int step, Instant at) {
    DueAction action = new DueAction(tenant, Duty.TRIAL_REMINDER, NOW, step, at);
    write(action);
    return action;
  }

  private void write(DueAction action) {
    world.table.writeAlways(List.of(DueItem.put(action)));
  }

  private Claim claim(DueAction action, Instant now) {
    return actions.claim(action, now, now.plusSeconds(600)).orElseThrow();
  }

  private List<DueActions.Parked> parked(DueAction action) {
    return actions.parked(200, Optional.empty()).actions().stream()
        .filter(each -> each.tenant().equals(action.tenant()))
        .toList();
  }

  private Optional<Row> row(DueAction action) {
    return world.table.get(DueItem.DueKey.of(action));
  }
}
