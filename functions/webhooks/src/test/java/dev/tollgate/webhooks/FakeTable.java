package dev.tollgate.webhooks;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Enrollments in memory with their versions; facts and movements once for their key. */
final class FakeTable implements Enrollments, Members, BillingChanges {
  final Map<String, Announcement> facts = new LinkedHashMap<>();
  final Map<String, LedgerEntry> movements = new LinkedHashMap<>();
  Runnable beforeCommit = () -> {};
  int commits;

  private final FakeEvents events;
  private final Map<TenantId, Account> accounts = new LinkedHashMap<>();
  private final Map<TenantId, Enrollment> enrollments = new HashMap<>();
  private final Map<TenantId, Instant> checked = new HashMap<>();

  FakeTable(FakeEvents events) {
    this.events = events;
  }

  void customer(TenantId tenant, UserId owner, String customer, Instant since) {
    accounts.put(tenant, Account.founded(tenant, "Acme", owner, since));
    Enrollment begun = Enrollment.begun(tenant, new Grant.Given("free", since));
    enrollments.put(tenant, begun.with(begun.customer().known(customer)));
  }

  synchronized Enrollment enrollment(TenantId tenant) {
    return find(tenant).orElseThrow(() -> new AssertionError("no tenant " + tenant));
  }

  @Override
  public synchronized Optional<Enrollment> find(TenantId tenant) {
    return Optional.ofNullable(enrollments.get(tenant));
  }

  @Override
  public synchronized Map<String, TenantId> tenantsOf(Set<String> customers) {
    Map<String, TenantId> found = new HashMap<>();
    enrollments.forEach(
        (tenant, enrollment) ->
            enrollment
                .customer()
                .id()
                .filter(customers::contains)
                .ifPresent(customer -> found.put(customer, tenant)));
    return found;
  }

  @Override
  public List<TenantId> uncheckedSince(Instant before, int limit) {
    return accounts.keySet().stream()
        .filter(tenant -> checked.getOrDefault(tenant, Instant.EPOCH).isBefore(before))
        .limit(limit)
        .toList();
  }

  @Override
  public void checked(TenantId tenant, Instant now) {
    checked.put(tenant, now);
  }

  @Override
  public Customers customersFrom(Optional<String> cursor, int limit) {
    return new Customers(new ArrayList<>(accounts.keySet()), Optional.empty());
  }

  @Override
  public synchronized Optional<Tenancy> findTenancy(TenantId tenant) {
    return find(tenant)
        .flatMap(
            enrollment ->
                Optional.ofNullable(accounts.get(tenant))
                    .map(account -> Tenancy.of(account, enrollment)));
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
  public Optional<Instant> toldAt(TenantId tenant, String fact) {
    return Optional.empty();
  }

  @Override
  public synchronized Commit commit(BillingChange change) {
    beforeCommit.run();
    commits++;
    if (change.enrollment().isPresent()) {
      Enrollment next = change.enrollment().get();
      if (enrollment(change.tenant()).version() != next.version()) {
        return Commit.STALE;
      }
      enrollments.put(change.tenant(), versioned(next));
    }
    change.facts().forEach(fact -> facts.putIfAbsent(fact.key(), fact.message().announcement()));
    change
        .movements()
        .forEach(each -> movements.putIfAbsent(each.movement() + " " + each.reference(), each));
    change.events().forEach(each -> events.applied(each.event(), each.effect(), change.at()));
    return Commit.WRITTEN;
  }

  private static Enrollment versioned(Enrollment next) {
    return new Enrollment(
        next.tenant(),
        next.grant(),
        next.customer(),
        next.contract(),
        next.checkout(),
        next.currency(),
        next.version() + 1);
  }
}
