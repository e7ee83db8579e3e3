package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges.Commit;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.lifecycle.EndingTrial;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.lifecycle.RunningDueActions.Fate;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.Subscription;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import dev.tollgate.testkit.faults.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A trial ends while its tenant pays: both have read the same enrollment when they write. Whoever
 * is first, the tenant has what it pays for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExpiryAgainstUpgradeTest {
  private static final int TRIALS = 200;
  private static final Duration LENGTH = Duration.ofDays(14);
  private static final Edition EDITION = EditionFiles.load("tollgate");

  private final ATable world = new ATable();

  @AfterAll
  void close() {
    world.close();
  }

  /** One side of the race: a function's instance, with its own connection and its own bad luck. */
  private final class Side implements AutoCloseable {
    final FaultInterceptor faults = new FaultInterceptor();
    final ATable.Client client = world.client(faults);
    final BillingChangesDynamo changes =
        new BillingChangesDynamo(client.table(), Fences.of(EDITION));

    @Override
    public void close() {
      client.close();
    }
  }

  @Test
  void paidWinsWhoeverIsFirst() {
    Random random = Seed.next("an expiry against an upgrade").random();
    int toldFirst = 0;
    try (Side expiry = new Side();
        Side upgrade = new Side();
        ATable.Client reader = world.client(upgrade.faults)) {
      for (int round = 0; round < TRIALS; round++) {
        boolean unlucky = round % 2 == 0;
        expiry.faults.follow(script(random, unlucky));
        upgrade.faults.follow(script(random, !unlucky));
        Tenancy trial = tenant();
        List<Fate> fates = race(expiry, upgrade, reader, trial);
        toldFirst += check(trial, fates);
      }
    }
    assertThat(toldFirst).as("rounds in which the end was first").isBetween(1, TRIALS - 1);
  }

  /** Who meets conflicts and asks again is mostly second, and answers get lost on either side. */
  private static Script script(Random random, boolean unlucky) {
    int conflicts = unlucky ? 1 + random.nextInt(3) : 0;
    boolean lost = random.nextInt(4) == 0;
    return Script.first(
        unlucky ? conflicts : lost ? 1 : 0,
        "TransactWriteItems",
        unlucky ? Fault.CONFLICT : Fault.LOST_ANSWER);
  }

  private List<Fate> race(Side expiry, Side upgrade, ATable.Client reader, Tenancy trial) {
    List<Fate> fates = new ArrayList<>();
    Desk.Hands time = new Desk.Hands();
    time.advance(LENGTH);
    // The claim is taken unhindered; what is raced for is what follows from the same look.
    DueActionsDynamo actions = new DueActionsDynamo(world.table, new Random(1));
    RunningDueActions running =
        new RunningDueActions(
            EDITION,
            actions,
            new MembersDynamo(expiry.client.table()),
            expiry.changes,
            List.of(new EndingTrial(EDITION, Some.IDS)),
            time);
    Gate gate = Gate.after("BatchGetItem", 2);
    expiry.faults.hold(gate);
    upgrade.faults.hold(gate);
    List<Callable<Object>> contenders =
        List.of(
            () -> running.run(trial.account().id(), (_, fate) -> fates.add(fate)),
            () -> pay(upgrade, new EnrollmentsDynamo(reader.table()), trial.account().id(), time));
    Race.run(contenders);
    return fates;
  }

  /** As the provider's word is applied: read, decide, write, and again where it moved. */
  private static Object pay(
      Side upgrade, EnrollmentsDynamo enrollments, TenantId tenant, Desk.Hands time) {
    while (true) {
      Enrollment seen = enrollments.find(tenant).orElseThrow();
      Enrollment paid = seen.with(Some.contract(ContractStatus.ACTIVE));
      if (upgrade.changes.commit(BillingChange.of(paid, time.now())) == Commit.WRITTEN) {
        return paid;
      }
    }
  }

  /**
   * @return 1 where the end was told
   */
  private int check(Tenancy trial, List<Fate> fates) {
    TenantId tenant = trial.account().id();
    Enrollment end = new EnrollmentsDynamo(world.table).find(tenant).orElseThrow();
    assertThat(end.at(Some.NOW.plus(LENGTH), EDITION.terms()))
        .isInstanceOf(Subscription.Active.class)
        .satisfies(active -> assertThat(active.plan()).isEqualTo("pro"))
        .satisfies(active -> assertThat(active.contract()).isPresent());
    assertThat(world.items(Key.tenant(tenant), "DUE#")).as("what was due").isEmpty();
    int told = world.items(Key.tenant(tenant), "FACT#trial_ended").size();
    assertThat(fates)
        .singleElement()
        .isInstanceOf(told == 1 ? Fate.Done.class : Fate.Dropped.class);
    assertThat(end.version()).as("each side wrote once at most").isEqualTo(1L + told);
    assertThat(world.items(Key.tenant(tenant), "METER#" + Meter.RECORDS.key()))
        .singleElement()
        .satisfies(level -> assertThat(level.optionalNumber("epoch")).hasValue(end.version()));
    return told;
  }

  private Tenancy tenant() {
    TenantId tenant = Some.tenant();
    Tenancy trial =
        Tenancy.of(
            Account.founded(tenant, "Acme", Some.IDS.user(Some.NOW), Some.NOW),
            Enrollment.begun(tenant, new Grant.Trial("pro", Some.NOW, Some.NOW.plus(LENGTH))));
    List<Action> actions = new ArrayList<>();
    actions.add(Action.put(AccountItem.write(trial.account())));
    actions.add(EnrollmentItem.begin(trial.enrollment()));
    Agenda.added(
            Optional.empty(), trial.enrollment(), EDITION, Some.NOW.plus(LENGTH).minusMillis(1))
        .forEach(action -> actions.add(DueItem.put(action)));
    world.table.writeAlways(actions);
    return trial;
  }
}
