package dev.tollgate.admin;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.Grounds;
import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.killswitch.StandingChange;
import dev.tollgate.core.killswitch.Standings;
import dev.tollgate.core.killswitch.Strikes;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.overrides.OverrideChanges;
import dev.tollgate.core.overrides.OverridesChange;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Tenants beside the platform's own, in memory. What the table promises of them is tested there.
 */
final class Tenants implements Standings, Strikes, HeldWork, OverrideChanges {
  static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  final List<AuditEntry> trail = new ArrayList<>();
  final List<Message> outbox = new ArrayList<>();
  final List<Message> held = new ArrayList<>();

  /** Whether the store cannot be reached. */
  boolean down;

  private final Ids ids = new Ids(new Random(9));
  private final Map<TenantId, Tenancy> tenants = new HashMap<>();
  private final Set<String> sources = new HashSet<>();

  TenantId founded() {
    TenantId id = ids.tenant(LONG_AGO);
    Account account = Account.founded(id, "Acme", ids.user(LONG_AGO), LONG_AGO);
    tenants.put(id, Tenancy.of(account, Enrollment.begun(id, new Grant.Given("free", LONG_AGO))));
    return id;
  }

  /** Another subscription than it was founded with. */
  void enroll(Enrollment enrollment) {
    tenants.compute(enrollment.tenant(), (_, old) -> Objects.requireNonNull(old).with(enrollment));
  }

  Message message(TenantId tenant, dev.tollgate.core.messages.Announcement announcement) {
    return Message.of(announcement, tenant, LONG_AGO, ids);
  }

  Optional<Tenancy> find(TenantId tenant) {
    if (down) {
      throw new dev.tollgate.core.kernel.Unavailable("down");
    }
    return Optional.ofNullable(tenants.get(tenant));
  }

  Standing standing(TenantId tenant) {
    return find(tenant).orElseThrow().account().standing();
  }

  @Override
  public Suspension suspend(StandingChange change, Grounds grounds) {
    if (standing(change.account().id()) instanceof Standing.Suspended) {
      return Suspension.STANDS;
    }
    write(change);
    return Suspension.WRITTEN;
  }

  @Override
  public boolean restore(StandingChange change, Standing.Suspended ended, boolean newCount) {
    write(change);
    return true;
  }

  private void write(StandingChange change) {
    tenants.compute(
        change.account().id(), (id, tenancy) -> find(id).orElseThrow().with(change.account()));
    trail.add(change.entry());
    outbox.addAll(change.messages());
  }

  @Override
  public int complain(TenantId tenant, String source, Instant now) {
    sources.add(source);
    return sources.size();
  }

  @Override
  public Optional<Instant> settle(TenantId tenant, String invoice, Instant now) {
    return Optional.empty();
  }

  @Override
  public boolean hold(Message message) {
    throw new UnsupportedOperationException("nothing is held here");
  }

  @Override
  public Held held(TenantId tenant, int most) {
    return new Held(held, false);
  }

  @Override
  public boolean release(Message message, Instant now) {
    held.remove(message);
    outbox.add(message);
    return true;
  }

  @Override
  public void goOn(Message later) {
    outbox.add(later);
  }

  @Override
  public Commit commit(OverridesChange change) {
    Overrides next = change.overrides();
    Tenancy old = find(next.tenant()).orElseThrow();
    if (old.overrides().version() != next.version()) {
      return Commit.STALE;
    }
    tenants.put(next.tenant(), new Tenancy(old.account(), old.enrollment(), next.written()));
    trail.add(change.entry());
    outbox.add(change.message());
    return Commit.WRITTEN;
  }
}
