package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.Passwords;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.messages.Message;
import java.util.List;

/** Writes changes of password with everything that hangs on them. */
final class PasswordsDynamo implements Passwords {
  private final Table table;

  PasswordsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public boolean reset(OneTimeToken token, User changed, AuditEntry entry, Message message) {
    return isDone(
        OneTimeTokenItem.redeem(token, entry.at()),
        UserItem.changePassword(changed),
        AuditItem.put(entry),
        OutboxItem.put(message));
  }

  @Override
  public boolean change(User changed, Session kept, AuditEntry entry, Message message) {
    return isDone(
        UserItem.changePassword(changed),
        SessionItem.keep(kept),
        AuditItem.put(entry),
        OutboxItem.put(message));
  }

  private boolean isDone(Action... actions) {
    return table.write(List.of(actions)) instanceof Commit.Done;
  }
}
