package dev.tollgate.core.accounts;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;

/** Stores what accounts say about themselves. */
public interface Accounts {
  /**
   * Changes what is given and nothing else of the account, its standing least of all: one
   * transaction with its entry.
   */
  void change(TenantId tenant, AccountChange change, AuditEntry entry);
}
