package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditEntry;

/** Stores what people say about themselves. */
public interface Profiles {
  /** Changes the name and nothing else of the person: one transaction. */
  void rename(User renamed, AuditEntry entry);
}
