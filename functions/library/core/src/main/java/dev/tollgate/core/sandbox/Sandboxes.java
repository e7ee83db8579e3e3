package dev.tollgate.core.sandbox;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the few tenants that are sandboxes, in one place, so that all are read at once. */
public interface Sandboxes {
  List<SandboxClock> all();

  Optional<SandboxClock> find(TenantId tenant);

  /** Writes both in one transaction; false where the tenant is marked already. */
  boolean mark(TenantId tenant, AuditEntry entry);

  /** Writes both in one transaction; false where the clock is not as it was seen. */
  boolean unmark(SandboxClock seen, AuditEntry entry);

  /** Writes both in one transaction; false where the clock is not as it was seen. */
  boolean aim(SandboxClock seen, SandboxClock next, AuditEntry entry);

  /** False where the clock is not as it was seen. */
  boolean move(SandboxClock seen, SandboxClock next);

  /**
   * When the tenant's next due action after that moment is due; never lags behind. One that was put
   * off is looked at again wherever the clock stops next, and is no stop.
   */
  Optional<Instant> nextDue(TenantId tenant, Instant after);
}
