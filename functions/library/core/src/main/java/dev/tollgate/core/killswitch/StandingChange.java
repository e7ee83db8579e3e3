package dev.tollgate.core.killswitch;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.messages.Message;
import java.util.List;

/**
 * An account as it shall stand, with what must be written beside it.
 *
 * @param messages who is told
 */
public record StandingChange(Account account, AuditEntry entry, List<Message> messages) {
  public StandingChange {
    messages = List.copyOf(messages);
  }
}
