package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.util.Map;

/** Stores what people say about themselves. */
public interface Profiles {
  /** Changes the name and nothing else of the person: one transaction. */
  void rename(User renamed, AuditEntry entry);

  /** Turns mails off; nothing is written where they are off, or nobody is there any more. */
  void stop(TenantId tenant, UserId user, MailTopic topic, AuditEntry entry);

  /** Changes these choices and nothing else of the person: one transaction. */
  void choose(TenantId tenant, UserId user, Map<MailTopic, Boolean> changed, AuditEntry entry);
}
