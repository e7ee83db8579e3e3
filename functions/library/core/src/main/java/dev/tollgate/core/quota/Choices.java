package dev.tollgate.core.quota;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;

/**
 * What tenants chose to go on with. Whoever changes one of the things that a gauge counts asks
 * {@link MeterState#mayChange} first.
 */
public interface Choices {
  /** None where nothing was ever chosen. */
  Choice of(TenantId tenant, Meter meter);

  /** In the place of what was chosen before: one transaction with its entry. */
  void keep(TenantId tenant, Choice choice, AuditEntry entry);
}
