package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.billing.ChargingTrial;
import dev.tollgate.core.billing.DebtNews;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.billing.Telling;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.CountingStrikes;
import dev.tollgate.core.killswitch.RestoringTenant;
import dev.tollgate.core.killswitch.SuspendingTenant;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.lifecycle.TrialCharges;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import dev.tollgate.testkit.faults.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The charge of day 8 is refused while the tenant buys on the provider's page. Whoever is first,
 * who bought has what was bought, is charged once and stands suspended over nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChargeAgainstCheckoutTest {
  private static final int TRIALS = 40;
  private static final Duration LENGTH = Duration.ofDays(7);
  private static final Edition EDITION = EditionFiles.load("inboxgrove");

  private final ATable world = new ATable();
  private final Desk.Hands time = new Desk.Hands();

  @AfterAll
  void close() {
    world.close();
  }

  /** A function's instance, with its own connection and its own bad luck. */
  private final class Side implements AutoCloseable {
    final FaultInterceptor faults = new FaultInterceptor();
    final ATable.Client client = world.client(faults);

    MembersDynamo members() {
      return new MembersDynamo(client.table());
    }

    BillingChangesDynamo changes() {
      return new BillingChangesDynamo(client.table(), Fences.of(EDITION));
    }

    RefreshingEnrollment refreshing(OneCustomer provider) {
      return new RefreshingEnrollment(
          provider, provider, members(), changes(), new Telling(EDITION, Some.IDS), time, Some.IDS);
    }

    SuspendingTenant suspending() {
      return new SuspendingTenant(
          EDITION.killSwitch(), members(), new StandingsDynamo(client.table()), time, Some.IDS);
    }

    @Override
    public void close() {
      client.close();
    }
  }

  @Test
  void whoBoughtIsNeverLeftSuspended() {
    Random random = Seed.next("a charge against a checkout").random();
    time.advance(LENGTH);
    int bought = 0;
    long suspended = 0;
    try (Side schedule = new Side();
        Side buyer = new Side()) {
      for (int round = 0; round < TRIALS; round++) {
        boolean late = round % 2 == 0;
        schedule.faults.follow(script(random, !late));
        buyer.faults.follow(script(random, late));
        TenantId tenant = Some.tenant();
        OneCustomer provider = new OneCustomer(random.nextInt(4) == 0);
        begin(tenant, provider);
        boolean paid = race(schedule, buyer, random.nextInt(8), tenant, provider);
        suspended += suspensions(tenant);
        settle(tenant, provider);
        check(tenant, provider, paid);
        bought += paid ? 1 : 0;
      }
    }
    assertThat(bought).as("rounds in which somebody bought").isBetween(1, TRIALS - 1);
    assertThat(suspended).as("rounds in which the refusal suspended").isPositive();
  }

  /** Whoever meets conflicts is mostly second, and answers get lost on either side. */
  private static Script script(Random random, boolean unlucky) {
    return Script.first(
        unlucky ? 1 + random.nextInt(3) : random.nextInt(2),
        "TransactWriteItems",
        unlucky ? Fault.CONFLICT : Fault.LOST_ANSWER);
  }

  /**
   * @param looks how often the buyer reads before they make up their mind
   */
  private boolean race(
      Side schedule, Side buyer, int looks, TenantId tenant, OneCustomer provider) {
    Gate gate = Gate.after("BatchGetItem", 2);
    schedule.faults.hold(gate);
    buyer.faults.hold(gate);
    List<Callable<Boolean>> contenders =
        List.of(
            () -> running(schedule, provider).run(tenant, (_, _) -> {}) > 0,
            () -> {
              for (int look = 0; look <= looks; look++) {
                var _ = buyer.members().findTenancy(tenant);
              }
              boolean paid = provider.buys();
              var _ = buyer.refreshing(provider).refresh(tenant, provider.customer());
              return paid;
            });
    return Race.run(contenders).getLast();
  }

  private RunningDueActions running(Side side, OneCustomer provider) {
    PlanCatalogue catalogue = provider.shelf(EDITION);
    return new RunningDueActions(
        EDITION,
        new DueActionsDynamo(world.table, new Random(1)), // claimed unhindered
        side.members(),
        side.changes(),
        List.of(
            new TrialCharges(
                EDITION,
                new ChargingTrial(
                    catalogue,
                    new EnsuringCustomer(
                        new EnrollmentsDynamo(side.client.table()),
                        side.members(),
                        provider,
                        side.changes(),
                        time),
                    provider,
                    provider,
                    provider,
                    side.refreshing(provider),
                    new FollowingTime(
                        new EnrollmentsDynamo(side.client.table()), ProviderClocks.NONE, time)),
                side.suspending(),
                side.changes(),
                new DebtNews(EDITION, Some.IDS))),
        time);
  }

  private long suspensions(TenantId tenant) {
    return messages(tenant).stream()
        .filter(message -> message.announcement() instanceof Announcement.AccountSuspended)
        .count();
  }

  /** The provider's event, and what the kill switch makes of everything it heard. */
  private void settle(TenantId tenant, OneCustomer provider) {
    MembersDynamo members = new MembersDynamo(world.table);
    StandingsDynamo standings = new StandingsDynamo(world.table);
    var _ =
        new RefreshingEnrollment(
                provider,
                provider,
                members,
                new BillingChangesDynamo(world.table, Fences.of(EDITION)),
                new Telling(EDITION, Some.IDS),
                time,
                Some.IDS)
            .refresh(tenant, provider.customer());
    CountingStrikes counting =
        new CountingStrikes(
            EDITION.killSwitch(),
            new StrikesDynamo(world.table),
            new SuspendingTenant(EDITION.killSwitch(), members, standings, time, Some.IDS),
            new RestoringTenant(members, standings, time, Some.IDS),
            time);
    for (Message message : messages(tenant)) {
      if (message.announcement() instanceof Announcement.Strike strike) {
        var _ = counting.count(message, strike);
      }
    }
  }

  private void check(TenantId tenant, OneCustomer provider, boolean paid) {
    assertThat(provider.charged()).as("times that money was taken").isEqualTo(paid ? 1 : 0);
    var now = new MembersDynamo(world.table).findTenancy(tenant).orElseThrow();
    assertThat(now.account().standing() instanceof Standing.Suspended)
        .as("suspended; bought: " + paid)
        .isEqualTo(!paid);
    assertThat(now.enrollment().isSubscribed()).isEqualTo(paid);
    if (paid) {
      assertThat(provider.payable()).as("what could be paid once more").isEmpty();
      assertThat(now.enrollment().contract().map(Contract::id)).contains(OneCustomer.BOUGHT);
    }
  }

  private List<Message> messages(TenantId tenant) {
    Set<String> ids = new HashSet<>();
    return world.items(Key.tenant(tenant), "OUTBOX#").stream()
        .map(OutboxItem::read)
        .flatMap(Optional::stream)
        .filter(message -> ids.add(message.id().value()))
        .toList();
  }

  private void begin(TenantId tenant, OneCustomer provider) {
    Account account = Account.founded(tenant, "Acme", Some.IDS.user(Some.NOW), Some.NOW);
    Enrollment begun =
        Enrollment.begun(tenant, new Grant.Trial("starter", Some.NOW, Some.NOW.plus(LENGTH)));
    Enrollment trial =
        begun.with(begun.customer().known(provider.customer())).with(Some.checkout());
    List<Action> actions = new ArrayList<>();
    actions.add(Action.put(AccountItem.write(account)));
    actions.add(EnrollmentItem.begin(trial));
    actions.add(CustomerItem.claim(provider.customer(), tenant));
    Agenda.of(trial, EDITION).stream()
        .filter(action -> action.duty() == Duty.TRIAL_CHARGE)
        .forEach(action -> actions.add(DueItem.put(action)));
    world.table.writeAlways(actions);
  }
}
