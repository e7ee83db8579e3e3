package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.lifecycle.Doer;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.lifecycle.RunningDueActions.Fate;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.editions.EditionFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Tenants with something due, in a time that is turned by hand; what is done is a mail. */
final class Almanac implements Time, RunningDueActions.Watcher {
  static final Duration TRIAL = Duration.ofDays(14);

  final Edition edition = EditionFiles.load("tollgate");
  final Map<TenantId, Duration> offsets = new ConcurrentHashMap<>();
  final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

  /** Everything that was asked to be done, in order, whatever came of it. */
  final List<DueAction> acted = Collections.synchronizedList(new ArrayList<>());

  final List<TenantId> stuck = Collections.synchronizedList(new ArrayList<>());
  final List<Integer> unknown = Collections.synchronizedList(new ArrayList<>());

  /** What happens when something is done, before it is written. */
  volatile BiConsumer<DueAction, Tenancy> doing = (_, _) -> {};

  volatile Instant now = Some.NOW;

  record Seen(DueAction action, Fate fate) {}

  private final ATable world;

  Almanac(ATable world) {
    this.world = world;
  }

  RunningDueActions running(Table table) {
    return running(table, List.of(doer()));
  }

  RunningDueActions running(Table table, List<Doer> doers) {
    return new RunningDueActions(
        edition,
        new DueActionsDynamo(table, new Random()),
        new MembersDynamo(table),
        new BillingChangesDynamo(table, Fences.of(edition)),
        doers,
        this);
  }

  Doer doer() {
    return new Doer() {
      @Override
      public Set<Duty> duties() {
        return EnumSet.allOf(Duty.class);
      }

      @Override
      public Outcome act(DueAction action, Tenancy tenancy, Instant at) {
        acted.add(action);
        doing.accept(action, tenancy);
        return new Outcome.Done(
            BillingChange.basedOn(tenancy.enrollment(), at)
                .telling(List.of(mail(action, tenancy, at))));
      }
    };
  }

  /** The action's key stands in the mail. */
  private static BillingChange.Fact mail(DueAction action, Tenancy tenancy, Instant at) {
    return new BillingChange.Fact(
        action.key(),
        Message.of(
            new Announcement.SubscriptionStarted(tenancy.account().owner(), action.key()),
            action.tenant(),
            at,
            Some.IDS));
  }

  /** A tenant in a trial that began then, with all that its edition makes of it. */
  TenantId trialing(Instant since) {
    Account account = Account.founded(Some.tenant(), "Acme", Some.IDS.user(since), since);
    Enrollment begun =
        Enrollment.begun(account.id(), new Grant.Trial("pro", since, since.plus(TRIAL)));
    List<Action> actions = new ArrayList<>();
    actions.add(Action.put(AccountItem.write(account)));
    actions.add(EnrollmentItem.begin(begun));
    Agenda.added(Optional.empty(), begun, edition, since)
        .forEach(action -> actions.add(DueItem.put(action)));
    calm().writeAlways(actions);
    return account.id();
  }

  private Table calm() {
    return world.table;
  }

  void suspend(TenantId tenant) {
    calm().writeAlways(List.of(AccountItem.suspend(tenant, suspension(now))));
  }

  void restore(TenantId tenant, Instant since) {
    calm().writeAlways(List.of(AccountItem.restore(tenant, suspension(since))));
  }

  private static Standing.Suspended suspension(Instant since) {
    return new Standing.Suspended(SuspensionCause.ADMINISTRATOR, "reason", since);
  }

  static AuditEntry entry(TenantId tenant) {
    return Some.entry(tenant);
  }

  /** What stands in the tenant's mails, in the order in which they were written. */
  List<String> mails(TenantId tenant) {
    return world.items(Key.tenant(tenant), "OUTBOX#").stream()
        .map(OutboxItem::read)
        .flatMap(Optional::stream)
        .map(Message::announcement)
        .map(said -> ((Announcement.SubscriptionStarted) said).plan())
        .sorted()
        .toList();
  }

  List<Row> due(TenantId tenant) {
    return world.items(Key.tenant(tenant), DueItem.PREFIX);
  }

  static String key(Duty duty, Instant anchor, int step) {
    return duty.wireName() + "#" + anchor + "#" + step;
  }

  @Override
  public void saw(DueAction action, Fate fate) {
    seen.add(new Seen(action, fate));
  }

  @Override
  public void stuck(TenantId tenant, RuntimeException cause) {
    stuck.add(tenant);
  }

  @Override
  public void unknown(int actions) {
    unknown.add(actions);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant now(TenantId tenant) {
    return now.plus(offsets.getOrDefault(tenant, Duration.ZERO));
  }

  @Override
  public Map<TenantId, Duration> ahead() {
    return offsets;
  }
}
