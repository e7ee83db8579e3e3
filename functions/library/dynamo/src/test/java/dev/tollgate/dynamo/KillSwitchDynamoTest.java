package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.Grounds;
import dev.tollgate.core.killswitch.StandingChange;
import dev.tollgate.core.killswitch.Standings.Suspension;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Standings and strikes in the real table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillSwitchDynamoTest {
  private static final int RACERS = 20;

  private final ATable world = new ATable();
  private final StandingsDynamo standings = new StandingsDynamo(world.table);
  private final StrikesDynamo strikes = new StrikesDynamo(world.table);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void everythingOfASuspensionIsOneTransaction() {
    Account account = founded();
    world.faults.follow(Script.calm());

    assertThat(suspend(account, SuspensionCause.ADMINISTRATOR, new Grounds.Decision()))
        .isEqualTo(Suspension.WRITTEN);

    assertThat(world.faults.calls()).containsExactly("TransactWriteItems");
    assertThat(stored(account))
        .isEqualTo(account.with(suspended(SuspensionCause.ADMINISTRATOR, Some.NOW)));
    assertThat(count(account, "OUTBOX#")).isEqualTo(2);
    assertThat(world.items(Key.tenant(account.id()), "AUDIT#"))
        .singleElement()
        .satisfies(row -> assertThat(row.text("detail")).isEqualTo("why"));
  }

  @Test
  void aRestoreLeavesTheAccountAsItWas() {
    Account account = founded();
    suspend(account, SuspensionCause.ADMINISTRATOR, new Grounds.Decision());
    assertThat(restore(account, suspended(SuspensionCause.ADMINISTRATOR, Some.NOW), true)).isTrue();
    assertThat(stored(account)).isEqualTo(account);
    assertThat(world.items(Key.tenant(account.id()), "ACCOUNT").getFirst().attributes().keySet())
        .doesNotContain("suspended_cause", "suspended_reason", "suspended_at");
    assertThat(restore(account, suspended(SuspensionCause.ADMINISTRATOR, Some.NOW), true))
        .isFalse();
  }

  @Test
  void onlyTheSuspensionThatWasSeenIsEnded() {
    Account account = founded();
    suspend(account, SuspensionCause.ADMINISTRATOR, new Grounds.Decision());
    assertThat(
            restore(
                account, suspended(SuspensionCause.ADMINISTRATOR, Some.NOW.plusMillis(1)), true))
        .isFalse();
    assertThat(restore(account, suspended(SuspensionCause.FAILED_PAYMENTS, Some.NOW), true))
        .isFalse();
    assertThat(stored(account).standing()).isInstanceOf(Standing.Suspended.class);
  }

  @Test
  void whatAPersonEndsTakesThePlaceOfWhatAPaymentEndsAndNotTheOtherWayRound() {
    Account account = founded();
    assertThat(suspend(account, SuspensionCause.FAILED_PAYMENTS, debt("in_1")))
        .isEqualTo(Suspension.WRITTEN);
    assertThat(suspend(account, SuspensionCause.FAILED_PAYMENTS, debt("in_2")))
        .isEqualTo(Suspension.STANDS);
    assertThat(suspend(account, SuspensionCause.ADMINISTRATOR, new Grounds.Decision()))
        .isEqualTo(Suspension.WRITTEN);
    assertThat(suspend(account, SuspensionCause.FAILED_PAYMENTS, debt("in_3")))
        .isEqualTo(Suspension.STANDS);
    assertThat(suspend(account, SuspensionCause.TERMS_OF_SERVICE, new Grounds.Decision()))
        .isEqualTo(Suspension.STANDS);
    assertThat(stored(account).standing())
        .isEqualTo(suspended(SuspensionCause.ADMINISTRATOR, Some.NOW));
  }

  @Test
  void aDueActionSuspendsOnceAndAPaidInvoiceNever() {
    Account account = founded();
    Grounds.Owed owed = new Grounds.Owed("dunning_suspension#a", "in_1", 0);
    assertThat(suspend(account, SuspensionCause.FAILED_PAYMENTS, owed))
        .isEqualTo(Suspension.WRITTEN);
    assertThat(strikes.settle(account.id(), "in_1", Some.NOW)).contains(Some.NOW);
    assertThat(restore(account, suspended(SuspensionCause.FAILED_PAYMENTS, Some.NOW), false))
        .isTrue();
    assertThat(suspend(account, SuspensionCause.FAILED_PAYMENTS, owed))
        .isEqualTo(Suspension.GROUNDLESS);
    assertThat(
            suspend(
                account,
                SuspensionCause.FAILED_PAYMENTS,
                new Grounds.Owed("dunning_suspension#b", "in_1", 0)))
        .isEqualTo(Suspension.GROUNDLESS);
    assertThat(stored(account)).isEqualTo(account);
  }

  @Test
  void whatWasDecidedOnAnEnrollmentThatMovedSuspendsNobody() {
    Account account = founded();
    assertThat(owedAt(account, 1)).isEqualTo(Suspension.MOVED);
    assertThat(stored(account)).isEqualTo(account);
    assertThat(owedAt(account, 0)).as("nothing is used up").isEqualTo(Suspension.WRITTEN);
  }

  @Test
  void aDueActionThatAnotherSuspensionHidesMaySuspendLater() {
    Account account = founded();
    suspend(account, SuspensionCause.ADMINISTRATOR, new Grounds.Decision());
    assertThat(owedAt(account, 0)).isEqualTo(Suspension.STANDS);
    restore(account, suspended(SuspensionCause.ADMINISTRATOR, Some.NOW), true);
    assertThat(owedAt(account, 0)).isEqualTo(Suspension.WRITTEN);
  }

  private Suspension owedAt(Account account, long version) {
    return suspend(
        account,
        SuspensionCause.FAILED_PAYMENTS,
        new Grounds.Owed("dunning_suspension#a", "in_1", version));
  }

  @Test
  void nobodyIsMadeBySuspendingThem() {
    Account nobody = account();
    assertThat(suspend(nobody, SuspensionCause.ADMINISTRATOR, new Grounds.Decision()))
        .isEqualTo(Suspension.STANDS);
    assertThat(world.keys(Key.tenant(nobody.id()))).isEmpty();
  }

  @Test
  void twentyAtOnceSuspendOnceAndTwentyRestoreOnce() {
    Account account = founded();
    List<Suspension> outcomes =
        Race.run(
            Collections.<Callable<Suspension>>nCopies(
                RACERS,
                () -> suspend(account, SuspensionCause.ADMINISTRATOR, new Grounds.Decision())));
    assertThat(Collections.frequency(outcomes, Suspension.WRITTEN)).isEqualTo(1);
    assertThat(count(account, "OUTBOX#")).isEqualTo(2);

    List<Boolean> restored =
        Race.run(
            Collections.<Callable<Boolean>>nCopies(
                RACERS,
                () -> restore(account, suspended(SuspensionCause.ADMINISTRATOR, Some.NOW), true)));
    assertThat(Collections.frequency(restored, true)).isEqualTo(1);
    assertThat(count(account, "AUDIT#")).isEqualTo(2);
  }

  @Test
  void aSourceCountsOnceHoweverManyReportItAtOnce() {
    TenantId tenant = founded().id();
    Race.run(
        IntStream.range(0, RACERS)
            .<Callable<Integer>>mapToObj(
                i -> () -> strikes.complain(tenant, "source " + i % 4, Some.NOW))
            .toList());
    assertThat(strikes.complain(tenant, "source 0", Some.NOW)).isEqualTo(4);
    assertThat(strikes.complain(founded().id(), "source 0", Some.NOW)).isEqualTo(1);
  }

  @Test
  void aSourceThatNamesSomebodyIsKeptAsAHash() {
    TenantId tenant = founded().id();
    strikes.complain(tenant, "ada@example.com", Some.NOW);
    strikes.complain(tenant, "x".repeat(5_000), Some.NOW);
    assertThat(world.items(Key.tenant(tenant), "STRIKE").toString()).doesNotContain("ada@");
  }

  @Test
  void aCountThatIsNotFullSuspendsNobodyAndARestoreEmptiesIt() {
    Account account = founded();
    Grounds two = new Grounds.Complaints(2);
    assertThat(suspend(account, SuspensionCause.SPAM_COMPLAINTS, two))
        .isEqualTo(Suspension.GROUNDLESS);
    strikes.complain(account.id(), "a", Some.NOW);
    assertThat(suspend(account, SuspensionCause.SPAM_COMPLAINTS, two))
        .isEqualTo(Suspension.GROUNDLESS);
    strikes.complain(account.id(), "b", Some.NOW);
    assertThat(suspend(account, SuspensionCause.SPAM_COMPLAINTS, two))
        .isEqualTo(Suspension.WRITTEN);

    restore(account, suspended(SuspensionCause.SPAM_COMPLAINTS, Some.NOW), true);
    assertThat(strikes.complain(account.id(), "b", Some.NOW)).isZero();
    assertThat(suspend(account, SuspensionCause.SPAM_COMPLAINTS, two))
        .isEqualTo(Suspension.GROUNDLESS);
  }

  @Test
  void aRestoreByPaymentKeepsTheCount() {
    Account account = founded();
    strikes.complain(account.id(), "a", Some.NOW);
    suspend(account, SuspensionCause.FAILED_PAYMENTS, debt("in_1"));
    restore(account, suspended(SuspensionCause.FAILED_PAYMENTS, Some.NOW), false);
    assertThat(strikes.complain(account.id(), "b", Some.NOW)).isEqualTo(2);
  }

  @Test
  void newsCountOnceAlsoWhereTheyCameTooLateToCount() {
    Account account = founded();
    Grounds news = new Grounds.News(message());
    suspend(account, SuspensionCause.ADMINISTRATOR, new Grounds.Decision());
    assertThat(suspend(account, SuspensionCause.BLOCK_LISTED, news)).isEqualTo(Suspension.STANDS);
    restore(account, suspended(SuspensionCause.ADMINISTRATOR, Some.NOW), true);
    assertThat(suspend(account, SuspensionCause.BLOCK_LISTED, news))
        .isEqualTo(Suspension.GROUNDLESS);
    assertThat(stored(account)).isEqualTo(account);
  }

  @Test
  void aSettledInvoiceSuspendsNobodyAndSaysWhatItHadBegun() {
    Account account = founded();
    assertThat(strikes.settle(account.id(), "in_1", Some.NOW)).isEmpty();
    assertThat(suspend(account, SuspensionCause.FAILED_PAYMENTS, debt("in_1")))
        .isEqualTo(Suspension.GROUNDLESS);
    assertThat(suspend(account, SuspensionCause.FAILED_PAYMENTS, debt("in_2")))
        .isEqualTo(Suspension.WRITTEN);
    assertThat(strikes.settle(account.id(), "in_2", Some.NOW.plusSeconds(9))).contains(Some.NOW);
    assertThat(strikes.settle(account.id(), "in_2", Some.NOW.plusSeconds(10))).contains(Some.NOW);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void whateverBreaksAtWhicheverCallAComplaintCountsOnce(Fault fault) {
    for (int call = 1; call <= 2; call++) {
      TenantId tenant = founded().id();
      world.faults.follow(
          Script.at(call, call == 2 && fault == Fault.CONFLICT ? Fault.NONE : fault));
      assertThat(strikes.complain(tenant, "a", Some.NOW)).as(fault + " at " + call).isEqualTo(1);
    }
  }

  @Test
  void whoDiesAfterCountingCountsNoMore() {
    TenantId tenant = founded().id();
    world.faults.follow(Script.at(1, Fault.CRASH_AFTER));
    assertThatThrownBy(() -> strikes.complain(tenant, "a", Some.NOW)).isInstanceOf(Crash.class);
    world.faults.follow(Script.calm());
    assertThat(strikes.complain(tenant, "a", Some.NOW)).isEqualTo(1);
  }

  private Account founded() {
    Account account = account();
    world.table.writeAlways(
        List.of(
            Action.put(AccountItem.write(account)),
            EnrollmentItem.begin(
                Enrollment.begun(account.id(), new Grant.Given("free", Some.NOW)))));
    return account;
  }

  private static Account account() {
    return Account.founded(Some.tenant(), "Acme", Some.IDS.user(Some.NOW), Some.NOW);
  }

  private Account stored(Account account) {
    return world
        .table
        .get(new AccountItem.AccountKey(account.id()))
        .map(AccountItem::read)
        .orElseThrow();
  }

  private int count(Account account, String prefix) {
    return world.items(Key.tenant(account.id()), prefix).size();
  }

  private static Standing.Suspended suspended(SuspensionCause cause, Instant since) {
    return new Standing.Suspended(cause, "reason", since);
  }

  private static MessageId message() {
    return Some.IDS.message(Some.NOW);
  }

  private static Grounds debt(String invoice) {
    return new Grounds.Debt(message(), invoice);
  }

  private Suspension suspend(Account account, SuspensionCause cause, Grounds grounds) {
    return standings.suspend(
        change(account.with(suspended(cause, Some.NOW)), AuditAction.TENANT_SUSPENDED), grounds);
  }

  private boolean restore(Account account, Standing.Suspended ended, boolean newCount) {
    return standings.restore(
        change(account.with(new Standing.Good()), AuditAction.TENANT_RESTORED), ended, newCount);
  }

  private static StandingChange change(Account account, AuditAction action) {
    TenantId tenant = account.id();
    return new StandingChange(
        account,
        AuditEntry.of(action, tenant, account.owner(), new Client("", ""), Some.NOW, Some.IDS)
            .with("why"),
        List.of(
            Message.of(
                new Announcement.AccountRestored(account.owner()), tenant, Some.NOW, Some.IDS),
            Message.of(new Announcement.WorkResumed(), tenant, Some.NOW, Some.IDS)));
  }
}
