package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.lifecycle.RunningDueActions.Fate;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is due is done once, whoever runs it, dies at it or stands in the way. */
final class RunningDueActionsTest {
  private static final Instant START = Some.NOW;
  private static final Instant END = START.plus(Almanac.TRIAL);

  private final ATable world = new ATable();
  private final Almanac almanac = new Almanac(world);
  private final RunningDueActions running = almanac.running(world.table);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void eachIsDoneAtItsTimeAndNotBefore() {
    TenantId tenant = almanac.trialing(START);
    at(START.plus(Duration.ofDays(7)).minusMillis(1));
    assertThat(run()).isZero();
    at(START.plus(Duration.ofDays(7)));
    assertThat(run()).isEqualTo(1);
    assertThat(almanac.mails(tenant)).containsExactly(reminder(7));
    assertThat(run()).as("a second time").isZero();
    at(END);
    run();
    assertThat(almanac.mails(tenant))
        .containsExactlyInAnyOrder(
            reminder(7), reminder(12), reminder(13), Almanac.key(Duty.TRIAL_END, END, 0));
    assertThat(almanac.due(tenant)).isEmpty();
  }

  @Test
  void whatIsLateIsCaughtUpInOrder() {
    almanac.trialing(START);
    at(END.plus(Duration.ofDays(3)));
    run();
    assertThat(almanac.acted)
        .extracting(DueAction::duty, DueAction::step)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Duty.TRIAL_REMINDER, 7),
            org.assertj.core.groups.Tuple.tuple(Duty.TRIAL_REMINDER, 12),
            org.assertj.core.groups.Tuple.tuple(Duty.TRIAL_REMINDER, 13),
            org.assertj.core.groups.Tuple.tuple(Duty.TRIAL_END, 0));
  }

  @Test
  void whatIsNotCalledForAnyMoreIsDropped() {
    TenantId tenant = almanac.trialing(START);
    Enrollment read = new EnrollmentsDynamo(world.table).find(tenant).orElseThrow();
    world.table.writeAlways(
        List.of(EnrollmentItem.replace(read.with(new Grant.Complimentary("pro", START)))));
    at(END);
    run();
    assertThat(almanac.acted).isEmpty();
    assertThat(fates()).containsOnly(new Fate.Dropped());
    assertThat(almanac.due(tenant)).isEmpty();
  }

  /** As if the edition had said day 5 when the trial began, and nothing else. */
  @Test
  void whatAChangedEditionCallsForInsteadIsWrittenInItsPlace() {
    TenantId tenant = almanac.trialing(START);
    DueAction old =
        new DueAction(tenant, Duty.TRIAL_REMINDER, END, 5, START.plus(Duration.ofDays(5)));
    List<Action> written = new ArrayList<>(List.of(DueItem.put(old)));
    for (int day : List.of(7, 12, 13)) {
      written.add(Action.delete(new DueItem.DueKey(tenant, reminder(day))));
    }
    world.table.writeAlways(written);
    at(old.at());
    run();
    assertThat(fates()).containsExactly(new Fate.Dropped());
    assertThat(almanac.acted).isEmpty();
    at(END);
    run();
    assertThat(almanac.mails(tenant))
        .containsExactlyInAnyOrder(
            reminder(7), reminder(12), reminder(13), Almanac.key(Duty.TRIAL_END, END, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void whatHasAnotherTimeByNowIsDoneOnceAtTheLaterOne(int days) {
    TenantId tenant = almanac.trialing(START);
    Instant before = END.plus(Duration.ofDays(days));
    world.table.writeAlways(
        List.of(DueItem.put(new DueAction(tenant, Duty.TRIAL_END, END, 0, before))));
    at(END.minus(Duration.ofDays(1)));
    run();
    assertThat(almanac.mails(tenant)).hasSize(3);
    at(days < 0 ? END : before);
    run();
    run();
    assertThat(almanac.mails(tenant)).hasSize(4).contains(Almanac.key(Duty.TRIAL_END, END, 0));
    assertThat(almanac.acted.getLast().at()).as("as the edition says now").isEqualTo(END);
    assertThat(almanac.due(tenant)).isEmpty();
  }

  @Test
  void whatIsOfNobodyIsDropped() {
    DueAction orphan = new DueAction(Some.tenant(), Duty.TRIAL_END, START, 0, START);
    world.table.writeAlways(List.of(DueItem.put(orphan)));
    run();
    assertThat(fates()).containsExactly(new Fate.Dropped());
    assertThat(almanac.due(orphan.tenant())).isEmpty();
  }

  @Test
  void aPoisonOneIsTriedEverLaterAndParkedWhileAllOthersGoOn() {
    TenantId poisoned = almanac.trialing(START);
    TenantId healthy = almanac.trialing(START);
    almanac.doing =
        (action, _) -> {
          if (action.tenant().equals(poisoned) && action.step() == 7) {
            throw new IllegalStateException("poison");
          }
        };
    at(END);
    run();
    assertThat(almanac.mails(healthy)).hasSize(4);
    assertThat(almanac.mails(poisoned)).as("its tenant's others").hasSize(3);

    List<Duration> waits = new ArrayList<>();
    while (parked(poisoned).isEmpty()) {
      Instant next = almanac.due(poisoned).getFirst().instant("due_at");
      waits.add(Duration.between(almanac.now, next));
      at(next.minusMillis(1));
      assertThat(run()).isZero();
      at(next);
      run();
    }

    assertThat(waits)
        .isSorted()
        .hasSize(12)
        .startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))
        .endsWith(Duration.ofHours(6));
    assertThat(fates().getLast()).isInstanceOf(Fate.Parked.class);
    almanac.doing = (_, _) -> {};
    new DueActionsDynamo(world.table, new java.util.Random())
        .retry(poisoned, reminder(7), almanac.now);
    run();
    assertThat(almanac.mails(poisoned)).hasSize(4);
  }

  @Test
  void silenceIsNoReasonToGiveUpForDays() {
    TenantId tenant = almanac.trialing(START);
    almanac.doing =
        (_, _) -> {
          throw new Unavailable("the provider is silent");
        };
    for (int i = 0; i < 20; i++) {
      at(END.plus(Duration.ofHours(6L * i)));
      run(tenant);
    }
    assertThat(parked(tenant)).isEmpty();
    almanac.doing = (_, _) -> {};
    at(END.plus(Duration.ofDays(30)));
    run();
    assertThat(almanac.mails(tenant)).hasSize(4);
  }

  @Test
  void whatKillsTheFunctionEveryTimeIsParkedAtLast() {
    TenantId tenant = almanac.trialing(START);
    almanac.doing =
        (action, _) -> {
          if (action.step() == 7) {
            throw new StackOverflowError();
          }
        };
    Instant at = END;
    for (int i = 0; i < 101 && parked(tenant).isEmpty(); i++) {
      at = at.plus(Duration.ofMinutes(7));
      at(at);
      try {
        run(tenant);
      } catch (StackOverflowError dead) {
        assertThat(almanac.mails(tenant)).isEmpty();
      }
    }
    run();
    assertThat(parked(tenant)).containsExactly(reminder(7));
    assertThat(almanac.mails(tenant)).as("what came after it").hasSize(3);
  }

  @Test
  void aSuspendedTenantsWaitAndAreDoneAfterTheRestore() {
    TenantId tenant = almanac.trialing(START);
    at(START.plus(Duration.ofDays(6)));
    almanac.suspend(tenant);
    Instant since = almanac.now;
    for (int day = 7; day < 20; day++) {
      at(START.plus(Duration.ofDays(day)));
      run(tenant);
    }
    assertThat(almanac.acted).isEmpty();
    almanac.restore(tenant, since);
    at(almanac.now.plus(Duration.ofHours(1)));
    run();
    assertThat(almanac.mails(tenant)).hasSize(4);
    assertThat(almanac.acted).isSortedAccordingTo(DueAction.IN_ORDER);
  }

  @RepeatedTest(2)
  void firedTwiceAtOnceItIsDoneOnce() {
    List<TenantId> tenants = IntStream.range(0, 5).mapToObj(_ -> almanac.trialing(START)).toList();
    at(END);
    List<Callable<Integer>> racers =
        IntStream.range(0, 4)
            .<Callable<Integer>>mapToObj(
                _ -> () -> almanac.running(world.table).run(1_000, almanac))
            .toList();
    Race.run(racers);
    run(); // what one of them left to another
    for (TenantId tenant : tenants) {
      assertThat(almanac.mails(tenant)).hasSize(4).doesNotHaveDuplicates();
      assertThat(almanac.due(tenant)).isEmpty();
    }
    for (TenantId tenant : tenants) {
      assertThat(almanac.acted.stream().filter(action -> action.tenant().equals(tenant)))
          .as("in order")
          .hasSize(4)
          .isSortedAccordingTo(DueAction.IN_ORDER);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CRASH_BEFORE", "CRASH_AFTER"})
  void whereverARunDiesTheNextOnesEndIsTheSame(Fault death) {
    int calls = callsOfOneRun();
    assertThat(calls).isGreaterThan(15);
    for (int call = 1; call <= calls; call++) {
      at(START);
      TenantId tenant = almanac.trialing(START);
      almanac.acted.clear();
      at(END);
      FaultInterceptor faults = new FaultInterceptor();
      faults.follow(Script.at(call, death));
      try (ATable.Client dying = world.client(faults)) {
        try {
          almanac.running(dying.table()).run(tenant, almanac);
        } catch (Crash crash) {
          assertThat(crash).isNotNull();
        }
      }
      at(END.plusSeconds(60));
      run(tenant); // what the dead one was at waits, and all behind it
      at(END.plus(Duration.ofMinutes(7)));
      run(tenant);

      assertThat(almanac.mails(tenant))
          .as(death + " at call " + call)
          .containsExactlyInAnyOrder(
              reminder(7), reminder(12), reminder(13), Almanac.key(Duty.TRIAL_END, END, 0));
      assertThat(almanac.due(tenant)).isEmpty();
      assertThat(almanac.acted).as("in order").isSortedAccordingTo(DueAction.IN_ORDER);
    }
  }

  /** Of one tenant: the search for tenants only reads. */
  private int callsOfOneRun() {
    TenantId tenant = almanac.trialing(START);
    at(END);
    world.faults.follow(Script.calm());
    run(tenant);
    return world.faults.calls().size();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void whateverBreaksOnTheWayEachIsDoneOnce(Fault fault) {
    int calls = callsOfOneRun();
    for (int call = 1; call <= calls; call++) {
      at(START);
      TenantId tenant = almanac.trialing(START);
      at(END);
      world.faults.follow(Script.at(call, fault));
      try {
        run(tenant);
      } catch (Unavailable | software.amazon.awssdk.core.exception.SdkException reading) {
        assertThat(fault).isEqualTo(Fault.CONFLICT); // which no read ever meets
      }
      world.faults.follow(Script.calm());
      at(END.plus(Duration.ofMinutes(7)));
      run(tenant);
      assertThat(almanac.mails(tenant)).as(fault + " at call " + call).hasSize(4);
    }
  }

  @Test
  void aTenantThatMovesMeanwhileIsLookedAtAgain() {
    TenantId tenant = almanac.trialing(START);
    EnrollmentsDynamo enrollments = new EnrollmentsDynamo(world.table);
    List<Long> versions = new ArrayList<>();
    almanac.doing =
        (_, tenancy) -> {
          versions.add(tenancy.enrollment().version());
          if (versions.size() == 1) { // somebody pays between the reading and the writing
            Enrollment read = enrollments.find(tenant).orElseThrow();
            new BillingChangesDynamo(world.table, Fences.of(almanac.edition))
                .commit(BillingChange.of(read.with(new Grant.Given("pro", START)), START));
          }
        };
    at(END);
    run();
    assertThat(versions).as("then it is not called for any more").hasSize(1);
    assertThat(almanac.mails(tenant)).isEmpty();
    assertThat(almanac.due(tenant)).isEmpty();
  }

  /** A whole page of tenants whose time has not come yet, and one behind them. */
  @Test
  void tenantsWhoseOwnTimeRunsBehindStandInNobodysWay() {
    for (int i = 0; i < 150; i++) {
      almanac.offsets.put(almanac.trialing(START), Duration.ofDays(-400));
    }
    TenantId last = almanac.trialing(START.plusSeconds(1));
    at(END.plusSeconds(1));
    world.faults.follow(Script.calm());
    run();
    assertThat(almanac.mails(last)).hasSize(4);
    assertThat(almanac.acted).hasSize(4);
  }

  @Test
  void whoseOwnTimeRunsAheadIsServedByIt() {
    TenantId ahead = almanac.trialing(START);
    TenantId other = almanac.trialing(START);
    almanac.offsets.put(ahead, Duration.ofDays(365));
    run();
    assertThat(almanac.mails(ahead)).hasSize(4);
    assertThat(almanac.mails(other)).isEmpty();
  }

  @Test
  void aTenantThatCannotBeLookedAtStopsNobody() {
    TenantId broken = almanac.trialing(START);
    TenantId healthy = almanac.trialing(START);
    Row row = almanac.due(broken).getFirst();
    world.vandalise(Key.of(row), "due_at", "no time at all");
    world.vandalise(Key.of(almanac.due(broken).get(1)), "at", "no time at all");
    at(END);
    run();
    assertThat(almanac.stuck).containsExactly(broken);
    assertThat(almanac.unknown).containsExactly(1);
    assertThat(almanac.mails(healthy)).hasSize(4);
  }

  @Test
  void aTableThatIsSilentEndsTheRun() {
    for (int i = 0; i < 10; i++) {
      almanac.trialing(START);
    }
    at(END);
    world.faults.follow(Script.always("TransactWriteItems", Fault.CONFLICT));
    assertThatThrownBy(this::run).isInstanceOf(Unavailable.class);
    assertThat(almanac.stuck).hasSize(2);
    world.faults.follow(Script.calm());
    run();
    assertThat(almanac.acted).hasSize(40);
  }

  private int run() {
    return running.run(1_000, almanac);
  }

  /** Without the search for tenants, where that is not what it is about. */
  private void run(TenantId tenant) {
    running.run(tenant, almanac);
  }

  private void at(Instant now) {
    almanac.now = now;
  }

  private List<Fate> fates() {
    return almanac.seen.stream().map(Almanac.Seen::fate).toList();
  }

  private List<String> parked(TenantId tenant) {
    return new DueActionsDynamo(world.table, new java.util.Random())
        .parked(100, Optional.empty()).actions().stream()
            .filter(each -> each.tenant().equals(tenant))
            .map(dev.tollgate.core.schedule.DueActions.Parked::key)
            .toList();
  }

  private static String reminder(int day) {
    return Almanac.key(Duty.TRIAL_REMINDER, END, day);
  }
}
