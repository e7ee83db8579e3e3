package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.sandbox.SandboxClock;
import dev.tollgate.core.sandbox.Sandboxes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the clocks of sandboxes. */
final class SandboxesDynamo implements Sandboxes {
  private final Table table;

  SandboxesDynamo(Table table) {
    this.table = table;
  }

  @Override
  public List<SandboxClock> all() {
    return table.query(SandboxItem.PARTITION, TenantId.PREFIX).stream()
        .map(SandboxItem::read)
        .toList();
  }

  @Override
  public Optional<SandboxClock> find(TenantId tenant) {
    return table.get(new SandboxItem.SandboxKey(tenant)).map(SandboxItem::read);
  }

  @Override
  public boolean mark(TenantId tenant, AuditEntry entry) {
    return write(SandboxItem.mark(SandboxClock.unturned(tenant)), entry);
  }

  @Override
  public boolean unmark(SandboxClock seen, AuditEntry entry) {
    return write(SandboxItem.unmark(seen), entry);
  }

  @Override
  public boolean aim(SandboxClock seen, SandboxClock next, AuditEntry entry) {
    return write(SandboxItem.move(seen, next), entry);
  }

  @Override
  public boolean move(SandboxClock seen, SandboxClock next) {
    return table.write(List.of(SandboxItem.move(seen, next))) instanceof Commit.Done;
  }

  private boolean write(Action action, AuditEntry entry) {
    return table.write(List.of(action, AuditItem.put(entry))) instanceof Commit.Done;
  }

  @Override
  public Optional<Instant> nextDue(TenantId tenant, Instant after) {
    String shard = DueItem.SHARDS.of(tenant.value());
    return table.query(Key.tenant(tenant), DueItem.PREFIX).stream()
        .filter(row -> row.text("due_shard").equals(shard))
        .filter(row -> row.instant("due_at").equals(row.instant("at")))
        .map(row -> row.instant("at"))
        .filter(due -> due.isAfter(after))
        .min(Instant::compareTo);
  }
}
