package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.DueAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An owner who logs in, or proves the mailbox, takes the erasure of the account back.
 *
 * @param account as it is then
 * @param due what follows from it, where a contract was told to end
 */
public record Comeback(Account account, List<DueAction> due, AuditEntry entry, Message message) {

  /** Empty where nothing is to be taken back, or by somebody else. */
  public static Optional<Comeback> of(
      User user, Account account, Client client, Instant now, Ids ids) {
    if (!user.id().equals(account.owner())
        || !(account.erasure() instanceof Erasure.Scheduled scheduled)) {
      return Optional.empty();
    }
    Account back =
        account.with(
            scheduled
                .ended()
                .<Erasure>map(contract -> new Erasure.TakenBack(now, contract))
                .orElseGet(Erasure.None::new));
    return Optional.of(
        new Comeback(
            back,
            Agenda.of(back),
            AuditEntry.of(AuditAction.ERASURE_WITHDRAWN, account.id(), user.id(), client, now, ids),
            Message.of(new Announcement.ErasureUndone(user.id()), account.id(), now, ids)));
  }
}
