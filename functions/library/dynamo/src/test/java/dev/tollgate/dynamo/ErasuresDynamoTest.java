package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.erasure.ErasingTenant;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.lifecycle.Doer;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account goes with everything that it has and that leads to it, wherever one dies at it. */
final class ErasuresDynamoTest {
  private static final Instant NOW = Some.NOW;
  private static final Instant AT = NOW.plus(Duration.ofDays(30));

  private final ATable world = new ATable();
  private final Almanac almanac = new Almanac(world);
  private final ErasuresDynamo erasures = new ErasuresDynamo(world.table);
  private final List<String> provider = new ArrayList<>();
  private Runnable onDeletion = () -> {};

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatIsAskedForStandsInTheAccountAndOnTheSchedule() {
    Account account = tenant();
    assertThat(schedule(account)).isTrue();
    Account read = read(account.id());
    assertThat(read.erasesAt()).contains(AT);
    assertThat(read.endedSessionOf(NOW)).isTrue();
    assertThat(read.endedSessionOf(NOW.plusMillis(1))).isFalse();
    assertThat(read.isClosed(AT.minusMillis(1))).isFalse();
    assertThat(read.isClosed(AT)).isTrue();
    assertThat(almanac.due(account.id())).hasSize(2);
    assertThat(schedule(account)).as("by whoever read it before").isFalse();
  }

  @Test
  void eachStateIsReadAsItWasWrittenAndReplacedOnlyWhereItStillIs() {
    TenantId tenant = tenant().id();
    List<Erasure> states =
        List.of(
            new Erasure.None(),
            new Erasure.Scheduled(NOW, AT, Optional.empty()),
            new Erasure.Scheduled(NOW, AT, Optional.of("sub_1")),
            new Erasure.TakenBack(NOW, "sub_1"),
            new Erasure.Running(AT),
            new Erasure.None());
    for (int i = 1; i < states.size(); i++) {
      Erasure next = states.get(i);
      for (Erasure other : states) {
        if (!other.equals(states.get(i - 1))) {
          assertThat(erasures.move(tenant, other, next)).as(other + " to " + next).isFalse();
        }
      }
      assertThat(erasures.move(tenant, states.get(i - 1), next)).isTrue();
      assertThat(read(tenant).erasure()).isEqualTo(next);
    }
  }

  @Test
  void everythingGoesButMoneyAndThatItIsErased() {
    Account account = tenant();
    Account neighbour = tenant();
    int others = world.keys("").size() - world.keys(Key.tenant(account.id())).size();
    furnish(account.id(), 120);
    schedule(account);
    erase(AT);

    assertThat(kinds(account.id())).containsOnly("AUDIT", "LEDGER", "DUE");
    assertThat(world.items(Key.tenant(account.id()), AuditItem.PREFIX))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.text("action")).isEqualTo(AuditAction.ACCOUNT_ERASED.wireName());
              assertThat(row.text("address")).isEqualTo("erasure");
            });
    assertThat(world.keys("EMAIL#owner-" + account.id().value())).isEmpty();
    assertThat(world.keys("STRIPE_CUSTOMER#" + customer(account.id()))).isEmpty();
    assertThat(provider).containsExactly("delete " + customer(account.id()));

    world.table.writeAlways(List.of(AuditItem.put(Some.entry(account.id())))); // came late
    erase(AT.plus(Duration.ofHours(1)));
    assertThat(kinds(account.id())).containsOnly("AUDIT", "LEDGER");
    assertThat(world.items(Key.tenant(account.id()), AuditItem.PREFIX)).hasSize(1);
    assertThat(world.keys("").size() - world.keys(Key.tenant(account.id())).size())
        .as("of others, but for address and customer")
        .isEqualTo(others - 2);
    assertThat(new MembersDynamo(world.table).findOwner(neighbour.id())).isPresent();
  }

  @Test
  void everyCustomerThatItEverWasIsForgottenEvenOneThatTheProviderDeletedMeanwhile() {
    Account account = tenant();
    Account neighbour = tenant();
    String first = customer(account.id());
    schedule(account);
    deletedAtTheProvider(account.id());
    assertThat(world.keys("STRIPE_CUSTOMER#" + first)).as("its events are the tenant's").hasSize(1);
    EnrollmentsDynamo enrollments = new EnrollmentsDynamo(world.table);
    Enrollment old = enrollments.find(account.id()).orElseThrow();
    write(old.with(old.customer().known(first + "_2")));
    assertThat(enrollments.find(account.id()).orElseThrow().customer().former())
        .containsExactly(first);

    onDeletion = () -> deletedAtTheProvider(account.id());
    erase(AT); // where the account has moved by the provider's news
    erase(AT.plusSeconds(60));
    assertThat(new MembersDynamo(world.table).findTenancy(account.id())).isEmpty();
    assertThat(world.keys("STRIPE_CUSTOMER#"))
        .containsExactly("STRIPE_CUSTOMER#" + customer(neighbour.id()) + " STRIPE_CUSTOMER");
  }

  @Test
  void theTenantsOwnTimeIsForgottenLast() {
    Account account = tenant();
    Account neighbour = tenant();
    SandboxesDynamo sandboxes = new SandboxesDynamo(world.table);
    for (Account each : List.of(account, neighbour)) {
      assertThat(sandboxes.mark(each.id(), Some.entry(each.id()))).isTrue();
    }
    schedule(account);
    erase(AT);
    assertThat(sandboxes.find(account.id())).as("what is left is due by it").isPresent();
    erase(AT.plus(Duration.ofHours(1)));
    assertThat(sandboxes.find(account.id())).isEmpty();
    assertThat(sandboxes.find(neighbour.id())).isPresent();
    assertThat(almanac.due(account.id())).isEmpty();
  }

  @Test
  void whoCameBackInTimeKeepsEverything() {
    Account account = tenant();
    schedule(account);
    Account scheduled = read(account.id());
    erasures.move(account.id(), scheduled.erasure(), new Erasure.None());
    int items = world.size();
    erase(AT);
    assertThat(world.size()).isEqualTo(items - 2); // what stood on the schedule
    assertThat(provider).isEmpty();
  }

  @Test
  void anAddressThatIsSomebodyElsesByNowStaysTheirs() {
    Account account = tenant();
    EmailAddress email = email(account.id());
    world.vandalise(new EmailItem.EmailKey(email), "tenant", Some.tenant().value());
    schedule(account);
    erase(AT);
    assertThat(world.keys("EMAIL#" + email.value())).hasSize(1);
    assertThat(kinds(account.id())).containsOnly("AUDIT", "DUE");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CRASH_BEFORE", "CRASH_AFTER"})
  void whereverItDiesTheNextOneEndsIt(Fault death) {
    int calls = 0;
    boolean died = true;
    while (died) {
      calls++;
      Account account = tenant();
      furnish(account.id(), 60);
      schedule(account);
      FaultInterceptor faults = new FaultInterceptor();
      faults.follow(Script.at(calls, death));
      almanac.now = AT;
      died = false;
      try (ATable.Client dying = world.client(faults)) {
        running(dying.table()).run(account.id(), almanac);
      } catch (Crash crash) {
        died = true;
      }
      erase(account.id(), AT.plus(Duration.ofMinutes(7)));
      assertThat(new MembersDynamo(world.table).findTenancy(account.id()))
          .as(death + " at call " + calls)
          .isEmpty();
      erase(account.id(), AT.plus(Duration.ofHours(2)));
      assertThat(kinds(account.id())).containsOnly("AUDIT", "LEDGER");
      assertThat(world.items(Key.tenant(account.id()), AuditItem.PREFIX)).hasSize(1);
    }
    assertThat(calls).as("of one tenant's run").isGreaterThan(10);
  }

  /** The real doer, and nobody for anything else. */
  private void erase(Instant now) {
    almanac.now = now;
    running(world.table).run(1_000, almanac);
  }

  /** Of this tenant alone, which is sooner done. */
  private void erase(TenantId tenant, Instant now) {
    almanac.now = now;
    running(world.table).run(tenant, almanac);
  }

  private RunningDueActions running(Table table) {
    ErasingTenant erasing =
        new ErasingTenant(
            new ErasuresDynamo(table),
            new NoContracts(),
            customer -> {
              provider.add("delete " + customer);
              onDeletion.run();
            },
            Some.IDS);
    return almanac.running(table, List.of(erasing, new Idle()));
  }

  private static final class Idle implements Doer {
    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.ERASURE_CANCELLATION);
    }

    @Override
    public Doer.Outcome act(DueAction action, Tenancy tenancy, Instant now) {
      return new Doer.Outcome.Over();
    }
  }

  private Account tenant() {
    TenantId tenant = Some.tenant();
    User owner =
        new User(
            tenant,
            Some.IDS.user(NOW),
            email(tenant),
            "Ada",
            Role.OWNER,
            new Verification.Verified(NOW),
            Optional.empty(),
            Set.of(),
            0,
            NOW);
    Account account = Account.founded(tenant, "Acme", owner.id(), NOW);
    Enrollment begun = Enrollment.begun(tenant, new Grant.Given("free", NOW));
    Enrollment enrollment = begun.with(begun.customer().known(customer(tenant)));
    world.table.writeAlways(
        List.of(
            EmailItem.claim(owner, Optional.empty()),
            Action.put(UserItem.write(owner)),
            Action.put(AccountItem.write(account)),
            EnrollmentItem.begin(enrollment),
            CustomerItem.claim(customer(tenant), tenant)));
    return account;
  }

  /** Money, and more than a page of everything else. */
  private void furnish(TenantId tenant, int entries) {
    LedgerItem.book(List.of(Some.paid(tenant, "in_1", NOW), Some.paid(tenant, "in_2", NOW)))
        .forEach(world.table::writeAlways);
    List<Action> audit = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      audit.add(AuditItem.put(Some.entry(tenant)));
    }
    for (int i = 0; i < audit.size(); i += 60) {
      world.table.writeAlways(audit.subList(i, Math.min(audit.size(), i + 60)));
    }
  }

  private boolean schedule(Account account) {
    Account scheduled =
        account.with(new Erasure.Scheduled(NOW, AT, Optional.empty())).signedOut(NOW);
    return erasures.schedule(
        account,
        scheduled,
        Agenda.of(scheduled),
        Some.entry(account.id()),
        Message.of(
            new Announcement.ErasureScheduled(account.owner(), AT), account.id(), NOW, Some.IDS));
  }

  /** And we hear of it. */
  private void deletedAtTheProvider(TenantId tenant) {
    Enrollment old = new EnrollmentsDynamo(world.table).find(tenant).orElseThrow();
    write(old.with(old.customer().deleted()));
  }

  private void write(Enrollment changed) {
    assertThat(
            new BillingChangesDynamo(world.table, Fences.of(almanac.edition))
                .commit(BillingChange.of(changed, NOW)))
        .isEqualTo(BillingChanges.Commit.WRITTEN);
  }

  private Account read(TenantId tenant) {
    return new MembersDynamo(world.table).findTenancy(tenant).orElseThrow().account();
  }

  private List<String> kinds(TenantId tenant) {
    return world.table.query(Search.all(Key.tenant(tenant))).stream()
        .map(row -> row.text("sk").replaceFirst("#.*", ""))
        .toList();
  }

  private static String customer(TenantId tenant) {
    return "cus_" + tenant.value();
  }

  private static EmailAddress email(TenantId tenant) {
    return new EmailAddress("owner-" + tenant.value() + "@example.com");
  }

  /** Nobody here has signed anything. */
  private static final class NoContracts implements Contracts {
    @Override
    public Preview preview(String contract, Change change) {
      throw new AssertionError(contract);
    }

    @Override
    public Contracts.Outcome change(String contract, Change change, String key) {
      throw new AssertionError(contract);
    }

    @Override
    public void cancelAtPeriodEnd(String contract, String key) {
      throw new AssertionError(contract);
    }

    @Override
    public void cancelNow(String contract, String key) {
      throw new AssertionError(contract);
    }

    @Override
    public void resume(String contract, String key) {
      throw new AssertionError(contract);
    }

    @Override
    public void undo(String contract, String key) {
      throw new AssertionError(contract);
    }
  }
}
