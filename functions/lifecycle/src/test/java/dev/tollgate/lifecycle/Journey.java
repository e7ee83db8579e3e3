package dev.tollgate.lifecycle;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.sandbox.OwnTimes;
import dev.tollgate.core.sandbox.SandboxClock;
import dev.tollgate.core.sandbox.SandboxPolicy;
import dev.tollgate.core.sandbox.Sandboxes;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clocks, and something due that nobody has ever come to an end with, in memory. */
final class Journey implements Sandboxes, DueActions, ProviderClocks, Time {
  final Map<TenantId, SandboxClock> clocks = new HashMap<>();
  final List<DueAction> due = new ArrayList<>();
  final OwnTimes times = new OwnTimes(SandboxPolicy.ALLOWED, this);
  boolean live;
  private final Instant now;

  Journey(Instant now) {
    this.now = now;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant now(TenantId tenant) {
    return now.plus(ahead().getOrDefault(tenant, Duration.ZERO));
  }

  @Override
  public Map<TenantId, Duration> ahead() {
    return times.ahead(now);
  }

  @Override
  public List<SandboxClock> all() {
    return List.copyOf(clocks.values());
  }

  @Override
  public Optional<SandboxClock> find(TenantId tenant) {
    return Optional.ofNullable(clocks.get(tenant));
  }

  @Override
  public boolean mark(TenantId tenant, AuditEntry entry) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean unmark(SandboxClock seen, AuditEntry entry) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean aim(SandboxClock seen, SandboxClock next, AuditEntry entry) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean move(SandboxClock seen, SandboxClock next) {
    return clocks.replace(seen.tenant(), seen, next);
  }

  @Override
  public Optional<Instant> nextDue(TenantId tenant, Instant after) {
    return Optional.empty();
  }

  @Override
  public Page due(Instant at, int most, Optional<String> after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<DueAction> due(TenantId tenant, Instant at) {
    return due.stream().filter(action -> !action.at().isAfter(at)).toList();
  }

  @Override
  public Optional<Claim> claim(DueAction action, Instant at, Instant leaseEnds) {
    return Optional.of(new Claim(action, "token", 1_000));
  }

  @Override
  public void drop(Claim claim) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void postpone(Claim claim, Instant until) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void tryAgain(Claim claim, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void park(Claim claim, String reason, Instant at) {
    due.remove(claim.action());
  }

  @Override
  public ParkedPage parked(int limit, Optional<String> cursor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean retry(TenantId tenant, String key, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isLive() {
    return live;
  }

  @Override
  public boolean isPossible() {
    return !live;
  }

  @Override
  public Optional<ProviderClock> of(String customer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ProviderClock start(String customer, Instant at, String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void advance(String customer, ProviderClock clock, Instant to) {
    throw new UnsupportedOperationException();
  }
}
