package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.Passwords;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.trials.TrialProof;
import java.util.ArrayList;
import java.util.List;

/** Writes changes of password with everything that hangs on them. */
final class PasswordsDynamo implements Passwords {
  private final Table table;
  private final Fences fences;

  PasswordsDynamo(Table table, Fences fences) {
    this.table = table;
    this.fences = fences;
  }

  @Override
  public Reset reset(
      OneTimeToken token, User changed, AuditEntry entry, Message message, TrialProof trial) {
    List<Action> actions =
        new ArrayList<>(
            List.of(
                OneTimeTokenItem.redeem(token, entry.at()),
                UserItem.changePassword(changed),
                AuditItem.put(entry),
                OutboxItem.put(message)));
    int own = actions.size();
    TrialEffects effects = TrialEffects.of(trial, fences);
    actions.addAll(effects.actions());
    if (!(table.write(actions) instanceof Commit.Refused refused)) {
      return Reset.DONE;
    }
    if (refused.failed().keySet().stream().anyMatch(position -> position < own)) {
      return Reset.OVERTAKEN;
    }
    return switch (effects.refusal()) {
      case HAD -> Reset.TRIAL_HAD;
      case MOVED -> Reset.MOVED;
    };
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
