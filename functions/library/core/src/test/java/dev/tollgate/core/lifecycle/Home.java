package dev.tollgate.core.lifecycle;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.killswitch.Grounds;
import dev.tollgate.core.killswitch.StandingChange;
import dev.tollgate.core.killswitch.Standings;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One tenant in memory, with what the table promises about it. */
final class Home implements Members, Enrollments, BillingChanges, Standings, Time {
  final Ids ids = new Ids(new Random(4));
  final Map<String, Message> told = new HashMap<>();
  Instant now;
  Account account;
  Enrollment enrollment;

  /** What happens between the decision to suspend and its write, once. */
  Runnable beforeSuspension = () -> {};

  private final Set<String> spent = new HashSet<>();

  Home(Account account, Enrollment enrollment, Instant now) {
    this.account = account;
    this.enrollment = enrollment;
    this.now = now;
  }

  Tenancy tenancy() {
    return Tenancy.of(account, enrollment);
  }

  boolean isSuspended() {
    return account.standing() instanceof Standing.Suspended;
  }

  List<Announcement> announced() {
    return told.values().stream().map(Message::announcement).toList();
  }

  @Override
  public Commit commit(BillingChange change) {
    Optional<Enrollment> decidedOn = change.enrollment().or(change::basis);
    if (decidedOn.filter(seen -> seen.version() != enrollment.version()).isPresent()) {
      return Commit.STALE;
    }
    change.enrollment().ifPresent(next -> enrollment = next.next());
    change.facts().forEach(fact -> told.putIfAbsent(fact.key(), fact.message()));
    return Commit.WRITTEN;
  }

  @Override
  public Optional<Instant> toldAt(TenantId tenant, String fact) {
    return Optional.ofNullable(told.get(fact)).map(Message::at);
  }

  @Override
  public Suspension suspend(StandingChange change, Grounds grounds) {
    Runnable once = beforeSuspension;
    beforeSuspension = () -> {};
    once.run();
    if (!(grounds instanceof Grounds.Owed owed)) {
      throw new AssertionError("only over what is owed");
    }
    if (owed.version() != enrollment.version()) {
      return Suspension.MOVED;
    }
    if (spent.contains(owed.action())) {
      return Suspension.GROUNDLESS;
    }
    if (isSuspended()) {
      return Suspension.STANDS;
    }
    spent.add(owed.action());
    account = change.account();
    return Suspension.WRITTEN;
  }

  @Override
  public boolean restore(StandingChange change, Standing.Suspended ended, boolean newCount) {
    throw new AssertionError("nobody restores");
  }

  @Override
  public Optional<Tenancy> findTenancy(TenantId tenant) {
    return Optional.of(tenancy());
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return Optional.empty();
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    return Optional.empty();
  }

  @Override
  public Optional<Enrollment> find(TenantId tenant) {
    return Optional.of(enrollment);
  }

  @Override
  public Map<String, TenantId> tenantsOf(Set<String> customers) {
    return Map.of();
  }

  @Override
  public List<TenantId> uncheckedSince(Instant before, int limit) {
    return List.of();
  }

  @Override
  public void checked(TenantId tenant, Instant at) {}

  @Override
  public Customers customersFrom(Optional<String> cursor, int limit) {
    return new Customers(List.of(), Optional.empty());
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant now(TenantId tenant) {
    return now;
  }
}
