package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.killswitch.Grounds;
import dev.tollgate.core.killswitch.ResumingWork;
import dev.tollgate.core.killswitch.StandingChange;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 7: queued work of a suspended tenant waits, and resumes once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HeldWorkDynamoTest {
  private static final Standing.Suspended SUSPENDED =
      new Standing.Suspended(SuspensionCause.ADMINISTRATOR, "reason", Some.NOW);

  private final ATable world = new ATable();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final HeldWorkDynamo work =
      new HeldWorkDynamo(
          world.table, new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), "test"));
  private final StandingsDynamo standings = new StandingsDynamo(world.table);
  private final ResumingWork resuming =
      new ResumingWork(new MembersDynamo(world.table), work, new Still(), Some.IDS);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void whoIsInGoodStandingWaitsForNothingAndItCostsOneRead() {
    Account account = founded();
    world.faults.follow(Script.calm());
    assertThat(work.hold(message(account))).isFalse();
    assertThat(world.faults.calls()).containsExactly("BatchGetItem");
    assertThat(held(account)).isEmpty();
    assertThat(work.hold(message(account()))).as("of nobody").isFalse();
  }

  @Test
  void aWholeMessageWaitsAndComesBackWhole() {
    Account account = founded();
    suspend(account);
    Message message = message(account);
    assertThat(work.hold(message)).isTrue();
    assertThat(work.hold(message)).as("a copy").isTrue();
    assertThat(held(account)).containsExactly(message);

    restore(account);
    assertThat(resuming.resume(account.id())).isEqualTo(new ResumingWork.Resumed(1));

    assertThat(held(account)).isEmpty();
    assertThat(outbox(account)).containsExactly(message);
    assertThat(resuming.resume(account.id())).isEqualTo(new ResumingWork.Resumed(0));
  }

  @Test
  void whatWasSentOnAndForgottenIsNotSentAgainByWhoComesLate() {
    Account account = founded();
    suspend(account);
    Message message = message(account);
    work.hold(message);
    restore(account);
    assertThat(work.release(message, Some.NOW)).isTrue();
    forget(message);

    assertThat(work.release(message, Some.NOW)).isTrue();

    assertThat(outbox(account)).isEmpty();
  }

  /** Whoever read the old standing before a restore writes behind it. */
  @Test
  void nothingIsKeptForAnAccountThatWasRestoredMeanwhile() {
    Account account = founded();
    Commit commit =
        world.table.write(
            List.of(AccountItem.ifSuspended(account.id()), HeldItem.put(message(account))));
    assertThat(commit).isInstanceOf(Commit.Refused.class);
    assertThat(held(account)).isEmpty();
  }

  @Test
  void theSweepTakesItForNewAndNotForOverdue() {
    Account account = founded();
    suspend(account);
    Message message = message(account);
    work.hold(message);
    restore(account);
    work.release(message, Some.NOW.plusSeconds(3_600));
    assertThat(
            world
                .items(Key.tenant(account.id()), "OUTBOX#" + message.id().value())
                .getFirst()
                .instant("due_at"))
        .isEqualTo(Some.NOW.plusSeconds(3_600));
  }

  /** Whoever sent it may be about to forget it, and would forget the second sending. */
  @Test
  void whatIsOnItsFirstWayStillIsNotSentOnYet() {
    Account account = founded();
    suspend(account);
    Message message = message(account);
    world.table.writeAlways(List.of(OutboxItem.put(message)));
    work.hold(message);
    restore(account);
    assertThat(resuming.resume(account.id())).isEqualTo(new ResumingWork.Unfinished(1));
    assertThat(held(account)).containsExactly(message);

    world.table.writeAlways(
        List.of(Action.delete(new OutboxItem.OutboxKey(account.id(), message.id()))));
    assertThat(resuming.resume(account.id())).isEqualTo(new ResumingWork.Resumed(1));
    assertThat(outbox(account)).containsExactly(message);
  }

  @Test
  void whatCannotBeReadStaysAndTheOthersGo() {
    Account account = founded();
    suspend(account);
    Message broken = message(account);
    Message good = message(account);
    work.hold(broken);
    work.hold(good);
    world.vandalise(new HeldItem.HeldKey(account.id(), broken.id()), "message.type", "unheard_of");
    restore(account);
    assertThat(resuming.resume(account.id())).isEqualTo(new ResumingWork.Resumed(1));
    assertThat(outbox(account)).containsExactly(good);
    assertThat(logged.toString(StandardCharsets.UTF_8)).contains("held_item_skipped");
  }

  @Test
  void anotherTenantsWorkIsLeftAlone() {
    Account one = founded();
    Account other = founded();
    suspend(one);
    suspend(other);
    work.hold(message(one));
    work.hold(message(other));
    restore(one);
    resuming.resume(one.id());
    assertThat(held(other)).hasSize(1);
  }

  /** All have read the old standing when the first of them writes. */
  @RepeatedTest(5)
  void aRestoreAmongHoldersLosesNothing() {
    Account account = founded();
    suspend(account);
    List<Message> messages = IntStream.range(0, 12).mapToObj(_ -> message(account)).toList();
    List<Callable<Boolean>> racers = new ArrayList<>();
    for (Message message : messages) {
      racers.add(() -> work.hold(message));
    }
    racers.add(
        () -> {
          assertThat(world.table.get(new AccountItem.AccountKey(account.id()))).isPresent();
          restore(account);
          resuming.resume(account.id());
          return false;
        });
    world.faults.hold(Gate.after("BatchGetItem", racers.size()));

    List<Boolean> waited = Race.run(racers).subList(0, messages.size());

    assertThat(held(account)).as("who waits when the work has resumed").isEmpty();
    Set<String> expected = new TreeSet<>();
    for (int i = 0; i < messages.size(); i++) {
      if (waited.get(i)) {
        expected.add(messages.get(i).id().value());
      }
    }
    assertThat(resumed(account)).isEqualTo(expected);
  }

  @RepeatedTest(5)
  void aSuspensionAmongWorkersStopsOrLetsEachPassAndAllComeToAnEnd() {
    Account account = founded();
    List<Message> messages = IntStream.range(0, 12).mapToObj(_ -> message(account)).toList();
    List<Callable<Boolean>> racers = new ArrayList<>();
    messages.forEach(message -> racers.add(() -> work.hold(message)));
    racers.add(
        () -> {
          suspend(account);
          return false;
        });

    List<Boolean> waited = Race.run(racers).subList(0, messages.size());

    assertThat(held(account)).hasSize(Collections.frequency(waited, true));
    restore(account);
    resuming.resume(account.id());
    assertThat(resumed(account)).hasSize(Collections.frequency(waited, true));
  }

  @Test
  void twentyWhoResumeAtOnceSendEachMessageOnce() {
    Account account = founded();
    suspend(account);
    List<Message> messages = IntStream.range(0, 5).mapToObj(_ -> message(account)).toList();
    messages.forEach(work::hold);
    restore(account);
    world.faults.follow(Script.calm());
    world.faults.hold(Gate.after("Query", 20));

    Race.run(
        Collections.<Callable<ResumingWork.Outcome>>nCopies(
            20, () -> resuming.resume(account.id())));

    assertThat(held(account)).isEmpty();
    assertThat(outbox(account)).containsExactlyInAnyOrderElementsOf(messages);
  }

  /** One read of the tenant, one of what waits, and a transaction for each message. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CRASH_BEFORE", "CRASH_AFTER"})
  void whoDiesAtAnyCallIsMadeGoodByTheNext(Fault death) {
    for (int call = 1; call <= 5; call++) {
      Account account = founded();
      suspend(account);
      List<Message> messages = IntStream.range(0, 3).mapToObj(_ -> message(account)).toList();
      messages.forEach(work::hold);
      restore(account);
      world.faults.follow(Script.at(call, death));
      assertThatThrownBy(() -> resuming.resume(account.id()))
          .as(death + " at call " + call)
          .isInstanceOf(Crash.class);
      // Meanwhile the relay forgets what it has sent.
      world.faults.follow(Script.calm());
      List<Message> sent = new ArrayList<>(outbox(account));
      sent.forEach(this::forget);

      resuming.resume(account.id());

      sent.addAll(outbox(account));
      assertThat(sent).as(death + " at call " + call).containsExactlyInAnyOrderElementsOf(messages);
      assertThat(held(account)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void whateverBreaksAMessageIsSentOnOnce(Fault fault) {
    Account account = founded();
    suspend(account);
    Message message = message(account);
    world.faults.follow(Script.first(1, "TransactWriteItems", fault));
    assertThat(work.hold(message)).isTrue();
    world.faults.follow(Script.calm());
    restore(account);
    world.faults.follow(Script.first(1, "TransactWriteItems", fault));
    assertThat(resuming.resume(account.id())).isEqualTo(new ResumingWork.Resumed(1));
    assertThat(outbox(account)).containsExactly(message);
  }

  private void forget(Message message) {
    world.table.writeAlways(
        List.of(Action.delete(new OutboxItem.OutboxKey(message.tenant(), message.id()))));
  }

  private Account founded() {
    Account account = account();
    world.table.writeAlways(
        List.of(
            Action.put(AccountItem.write(account)),
            EnrollmentItem.begin(Some.trial(account.id()))));
    return account;
  }

  private static Account account() {
    return Account.founded(Some.tenant(), "Acme", Some.IDS.user(Some.NOW), Some.NOW);
  }

  private static Message message(Account account) {
    return Message.of(
        new Announcement.UsageRecorded("op_1", Meter.OPERATIONS, 3),
        account.id(),
        Some.NOW,
        Some.IDS);
  }

  private void suspend(Account account) {
    standings.suspend(
        change(account.with(SUSPENDED), AuditAction.TENANT_SUSPENDED), new Grounds.Decision());
  }

  private void restore(Account account) {
    assertThat(standings.restore(change(account, AuditAction.TENANT_RESTORED), SUSPENDED, true))
        .isTrue();
  }

  private static StandingChange change(Account account, AuditAction action) {
    return new StandingChange(
        account,
        AuditEntry.of(
            action, account.id(), account.owner(), new Client("", ""), Some.NOW, Some.IDS),
        List.of());
  }

  private List<Message> held(Account account) {
    return world.items(Key.tenant(account.id()), HeldItem.PREFIX).stream()
        .flatMap(row -> HeldItem.read(row).stream())
        .toList();
  }

  private List<Message> outbox(Account account) {
    return world.items(Key.tenant(account.id()), "OUTBOX#").stream()
        .flatMap(row -> OutboxItem.read(row).stream())
        .toList();
  }

  private Set<String> resumed(Account account) {
    return outbox(account).stream()
        .map(message -> message.id().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Time stands still. */
  private static final class Still implements Time {
    @Override
    public Instant now() {
      return Some.NOW;
    }

    @Override
    public Instant now(TenantId tenant) {
      return Some.NOW;
    }
  }
}
