package dev.tollgate.money;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.StoredEvent;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table in memory, for one tenant: fast enough for ten thousand histories. What it promises is
 * what the real one promises, and {@link RealBooksTest} holds both to it.
 */
final class Books implements Enrollments, BillingChanges, ProviderEvents, Members, EventQueue {
  static final UserId OWNER = new UserId("usr_00000000000000000000000000");

  private Enrollment enrollment;
  private final Map<String, Announcement> facts = new TreeMap<>();
  private final Map<String, LedgerEntry> ledger = new TreeMap<>();
  private final Map<String, StoredEvent> events = new HashMap<>();
  private final List<ProviderEvent> queue = new ArrayList<>();
  private Optional<Instant> checked = Optional.empty();

  /** Whose a customer was is kept for ever. */
  private final Set<String> known = new HashSet<>();

  Books(Enrollment enrollment) {
    this.enrollment = enrollment;
    enrollment.customer().id().ifPresent(known::add);
  }

  Books copy() {
    return new Books(enrollment);
  }

  /** As if no page had been opened: what a second instance saw a moment before. */
  Books withoutCheckout() {
    Enrollment e = enrollment;
    return new Books(
        new Enrollment(
            e.tenant(),
            e.grant(),
            e.customer(),
            e.contract(),
            Optional.empty(),
            e.currency(),
            e.version()));
  }

  /**
   * All that must come out the same: the enrollment but for its version, facts and movements. How
   * often programs hear of the subscription depends on how often it was looked at; they are told
   * states, and the last one is the enrollment's.
   */
  record Balance(
      Enrollment enrollment, Map<String, Announcement> facts, Map<String, LedgerEntry> ledger) {}

  Balance balance() {
    Enrollment e = enrollment;
    Enrollment unversioned =
        new Enrollment(
            e.tenant(), e.grant(), e.customer(), e.contract(), e.checkout(), e.currency(), 0);
    Map<String, Announcement> lasting = new TreeMap<>(facts);
    lasting.values().removeIf(Announcement.Published.class::isInstance);
    return new Balance(unversioned, lasting, Map.copyOf(ledger));
  }

  Set<String> facts() {
    return balance().facts().keySet();
  }

  /** What programs heard of the subscription, by the version that they heard it with. */
  SortedMap<Long, Map<String, String>> news() {
    SortedMap<Long, Map<String, String>> news = new TreeMap<>();
    facts.forEach(
        (key, announcement) -> {
          if (announcement instanceof Announcement.Published published) {
            news.put(Long.parseLong(key.substring(key.indexOf(':') + 1)), published.data());
          }
        });
    return news;
  }

  Enrollment enrollment() {
    return enrollment;
  }

  List<ProviderEvent> takeQueue() {
    List<ProviderEvent> taken = List.copyOf(queue);
    queue.clear();
    return taken;
  }

  @Override
  public Optional<Enrollment> find(TenantId tenant) {
    return Optional.of(enrollment).filter(e -> e.tenant().equals(tenant));
  }

  @Override
  public Map<String, TenantId> tenantsOf(Set<String> customers) {
    return known.stream()
        .filter(customers::contains)
        .collect(Collectors.toMap(customer -> customer, _ -> enrollment.tenant()));
  }

  @Override
  public List<TenantId> uncheckedSince(Instant before, int limit) {
    boolean due = checked.isEmpty() || checked.get().isBefore(before);
    return due && enrollment.customer().id().isPresent() ? List.of(enrollment.tenant()) : List.of();
  }

  @Override
  public void checked(TenantId tenant, Instant now) {
    checked = Optional.of(now);
  }

  @Override
  public Customers customersFrom(Optional<String> cursor, int limit) {
    return new Customers(List.of(enrollment.tenant()), Optional.empty());
  }

  @Override
  public Optional<Instant> toldAt(TenantId tenant, String fact) {
    return Optional.empty();
  }

  @Override
  public Commit commit(BillingChange change) {
    if (change.enrollment().isPresent()) {
      Enrollment next = change.enrollment().get();
      if (next.version() != enrollment.version()) {
        return Commit.STALE;
      }
      enrollment =
          new Enrollment(
              next.tenant(),
              next.grant(),
              next.customer(),
              next.contract(),
              next.checkout(),
              next.currency(),
              next.version() + 1);
      next.customer().id().ifPresent(known::add);
    }
    change.facts().forEach(f -> facts.putIfAbsent(f.key(), f.message().announcement()));
    change.movements().forEach(m -> ledger.putIfAbsent(m.movement() + ":" + m.reference(), m));
    for (BillingChange.Outcome outcome : change.events()) {
      events.put(
          outcome.event().id(),
          new StoredEvent(
              outcome.event(),
              outcome.status(),
              change.at(),
              Optional.of(change.at()),
              Optional.of(change.tenant().value()),
              Optional.of(outcome.effect())));
    }
    return Commit.WRITTEN;
  }

  @Override
  public Receipt store(ProviderEvent event, Instant now) {
    StoredEvent before = events.get(event.id());
    if (before == null) {
      events.put(event.id(), stored(event, StoredEvent.Status.RECEIVED, now));
      return Receipt.NEW;
    }
    return before.status() == StoredEvent.Status.APPLIED ? Receipt.APPLIED : Receipt.UNFINISHED;
  }

  private static StoredEvent stored(ProviderEvent event, StoredEvent.Status status, Instant now) {
    return new StoredEvent(
        event, status, now, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public void ignored(ProviderEvent event, String why, Instant now) {
    events.put(event.id(), stored(event, StoredEvent.Status.IGNORED, now));
  }

  @Override
  public Optional<StoredEvent> find(String id) {
    return Optional.ofNullable(events.get(id));
  }

  @Override
  public ProviderEvents.Page list(int limit, Optional<String> cursor, Instant now) {
    return new ProviderEvents.Page(List.copyOf(events.values()), Optional.empty());
  }

  @Override
  public List<StoredEvent> unfinished(Instant before, int limit) {
    return events.values().stream()
        .filter(e -> e.status() == StoredEvent.Status.RECEIVED && e.receivedAt().isBefore(before))
        .toList();
  }

  @Override
  public void failed(String id, String reason, Instant now) {
    throw new AssertionError("an event could not be applied: " + reason);
  }

  @Override
  public boolean reopen(String id, Instant now) {
    return events.containsKey(id);
  }

  @Override
  public void send(ProviderEvent event) {
    queue.add(event);
  }

  @Override
  public void resend(ProviderEvent event, Instant asked) {
    queue.add(event);
  }

  @Override
  public Optional<Tenancy> findTenancy(TenantId tenant) {
    return find(tenant).map(found -> Tenancy.of(account(), found));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return find(tenant).map(found -> Tenancy.of(account(), found).with(owner()));
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    return Optional.empty();
  }

  Member member() {
    return Tenancy.of(account(), enrollment).with(owner());
  }

  private Account account() {
    return Account.founded(enrollment.tenant(), "Asha", OWNER, enrollment.grant().since());
  }

  private User owner() {
    return new User(
        enrollment.tenant(),
        OWNER,
        new EmailAddress(enrollment.tenant().value() + "@example.com"),
        "Asha",
        Role.OWNER,
        new Verification.Verified(enrollment.grant().since()),
        Optional.empty(),
        Set.of(),
        0,
        enrollment.grant().since());
  }
}
