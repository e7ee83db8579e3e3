package dev.tollgate.core.killswitch;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Accounts in memory, with what the table promises about them. */
final class Land implements Members, Standings, Strikes, HeldWork, Time {
  final Ids ids = new Ids(new Random(5));
  final List<AuditEntry> trail = new ArrayList<>();
  final List<Message> outbox = new ArrayList<>();
  final Map<MessageId, Message> held = new LinkedHashMap<>();
  final Set<MessageId> stillOnTheirWay = new HashSet<>();

  /** What happens between a decision and its write, once. */
  Runnable beforeWrite = () -> {};

  private Instant now = Instant.parse("2026-05-04T10:00:00.123Z");
  private final Map<TenantId, Account> accounts = new HashMap<>();
  private final Map<TenantId, Enrollment> enrollments = new HashMap<>();
  private final Map<UserId, Role> roles = new HashMap<>();
  private final Set<String> counted = new HashSet<>();
  private final Map<TenantId, Integer> complaints = new HashMap<>();
  private final Set<String> settled = new HashSet<>();
  private final Map<String, Instant> debts = new HashMap<>();

  Member founded(Role role) {
    TenantId tenant = ids.tenant(now);
    UserId owner = ids.user(now);
    roles.put(owner, role);
    accounts.put(tenant, Account.founded(tenant, "Acme", owner, now));
    return find(tenant, owner).orElseThrow();
  }

  Standing standing(TenantId tenant) {
    return account(tenant).standing();
  }

  List<Announcement> announced() {
    return outbox.stream().map(Message::announcement).toList();
  }

  Message message(TenantId tenant, Announcement announcement) {
    return Message.of(announcement, tenant, now, ids);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  private Account account(TenantId tenant) {
    return Optional.ofNullable(accounts.get(tenant)).orElseThrow();
  }

  @Override
  public Optional<Tenancy> findTenancy(TenantId tenant) {
    return Optional.ofNullable(accounts.get(tenant))
        .map(account -> Tenancy.of(account, enrollment(tenant)));
  }

  private Enrollment enrollment(TenantId tenant) {
    return enrollments.getOrDefault(tenant, Enrollment.begun(tenant, new Grant.Given("free", now)));
  }

  /** The provider's word, as it is written by now. */
  void signed(TenantId tenant, Contract contract) {
    enrollments.put(tenant, enrollment(tenant).with(contract).next());
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return findTenancy(tenant)
        .map(
            tenancy ->
                tenancy.with(
                    new User(
                        tenant,
                        user,
                        new EmailAddress("ada@example.com"),
                        "Ada",
                        roles.getOrDefault(user, Role.MEMBER),
                        new Verification.Unverified(),
                        Optional.empty(),
                        Set.of(),
                        1,
                        now)));
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    return Optional.empty();
  }

  @Override
  public Suspension suspend(StandingChange change, Grounds grounds) {
    meanwhile();
    TenantId tenant = change.account().id();
    if (!(change.account().standing() instanceof Standing.Suspended next)) {
      throw new AssertionError("no suspension");
    }
    if (grounds instanceof Grounds.Owed owed && owed.version() != enrollment(tenant).version()) {
      return Suspension.MOVED;
    }
    boolean firm =
        switch (grounds) {
          case Grounds.Decision _ -> true;
          case Grounds.Complaints(int atLeast) -> complaints.getOrDefault(tenant, 0) >= atLeast;
          case Grounds.News(MessageId id) -> counted.add(id.value());
          case Grounds.Debt(MessageId id, String invoice) ->
              counted.add(id.value()) && !settled.contains(invoice);
          case Grounds.Owed(String action, String invoice, long _) ->
              !counted.contains(action) && !settled.contains(invoice);
        };
    if (!firm) {
      return Suspension.GROUNDLESS;
    }
    if (standing(tenant) instanceof Standing.Suspended old
        && (next.cause().endsByPayment() || !old.cause().endsByPayment())) {
      return Suspension.STANDS;
    }
    if (grounds instanceof Grounds.Debt(MessageId _, String invoice)) {
      debts.put(invoice, next.since());
    }
    if (grounds instanceof Grounds.Owed(String action, String invoice, long _)) {
      counted.add(action);
      debts.put(invoice, next.since());
    }
    write(change);
    return Suspension.WRITTEN;
  }

  @Override
  public boolean restore(StandingChange change, Standing.Suspended ended, boolean newCount) {
    meanwhile();
    TenantId tenant = change.account().id();
    if (!standing(tenant).equals(ended)) {
      return false;
    }
    if (newCount) {
      complaints.remove(tenant);
    }
    write(change);
    return true;
  }

  private void meanwhile() {
    Runnable once = beforeWrite;
    beforeWrite = () -> {};
    once.run();
  }

  private void write(StandingChange change) {
    accounts.put(change.account().id(), change.account());
    trail.add(change.entry());
    outbox.addAll(change.messages());
  }

  @Override
  public int complain(TenantId tenant, String source, Instant at) {
    if (counted.add(source)) {
      complaints.merge(tenant, 1, Integer::sum);
    }
    return complaints.getOrDefault(tenant, 0);
  }

  @Override
  public Optional<Instant> settle(TenantId tenant, String invoice, Instant at) {
    settled.add(invoice);
    return Optional.ofNullable(debts.get(invoice));
  }

  @Override
  public boolean hold(Message message) {
    boolean suspended = standing(message.tenant()) instanceof Standing.Suspended;
    if (suspended) {
      held.put(message.id(), message);
    }
    return suspended;
  }

  @Override
  public Held held(TenantId tenant, int most) {
    List<Message> all = List.copyOf(held.values());
    return new Held(all.subList(0, Math.min(most, all.size())), all.size() >= most);
  }

  @Override
  public boolean release(Message message, Instant at) {
    if (stillOnTheirWay.contains(message.id())) {
      return false;
    }
    if (held.remove(message.id()) != null) {
      outbox.add(message);
    }
    return true;
  }

  @Override
  public void goOn(Message later) {
    outbox.add(later);
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
