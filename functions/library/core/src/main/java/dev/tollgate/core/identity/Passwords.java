package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.messages.Message;

/** What a change of password writes; each method is one transaction. */
public interface Passwords {

  /**
   * Redeems the token and writes the person with the new password, unless the token was used or the
   * password changed meanwhile: then false, and nothing is written.
   */
  boolean reset(OneTimeToken token, User changed, AuditEntry entry, Message message);

  /** Writes the person with the new password and the one session that lives on; false as above. */
  boolean change(User changed, Session kept, AuditEntry entry, Message message);
}
