package dev.tollgate.admin;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.sandbox.SandboxClock;
import dev.tollgate.core.sandbox.Sandboxes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sandboxes in memory, and a provider where money is real or not. */
final class Clocks implements Sandboxes, ProviderClocks {
  final Map<TenantId, SandboxClock> marked = new HashMap<>();
  final List<AuditEntry> trail = new ArrayList<>();
  boolean live;

  @Override
  public List<SandboxClock> all() {
    return List.copyOf(marked.values());
  }

  @Override
  public Optional<SandboxClock> find(TenantId tenant) {
    return Optional.ofNullable(marked.get(tenant));
  }

  @Override
  public boolean mark(TenantId tenant, AuditEntry entry) {
    trail.add(entry);
    return marked.putIfAbsent(tenant, SandboxClock.unturned(tenant)) == null;
  }

  @Override
  public boolean unmark(SandboxClock seen, AuditEntry entry) {
    trail.add(entry);
    return marked.remove(seen.tenant(), seen);
  }

  @Override
  public boolean aim(SandboxClock seen, SandboxClock next, AuditEntry entry) {
    trail.add(entry);
    return move(seen, next);
  }

  @Override
  public boolean move(SandboxClock seen, SandboxClock next) {
    return marked.replace(seen.tenant(), seen, next);
  }

  @Override
  public Optional<Instant> nextDue(TenantId tenant, Instant after) {
    return Optional.empty();
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
    return Optional.empty();
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
