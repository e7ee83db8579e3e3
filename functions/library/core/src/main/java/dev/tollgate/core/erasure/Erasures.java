package dev.tollgate.core.erasure;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.subscriptions.Enrollment;
import java.util.List;

/** Stores how far an erasure has come, and deletes what a tenant has. */
public interface Erasures {
  /**
   * Writes the account's new state with what falls due by it: one transaction.
   *
   * @param seen as it was read
   * @return false where it moved meanwhile; then nothing is written
   */
  boolean schedule(
      Account seen, Account scheduled, List<DueAction> due, AuditEntry entry, Message message);

  /** Another state for the one that was read; false where it moved meanwhile. */
  boolean move(TenantId tenant, Erasure seen, Erasure next);

  /**
   * Deletes all that the tenant has and whatever leads to it, page by page, except the account and
   * its enrollment, and what outlives them. Again after the account's end, for what was on its way
   * in when it ended.
   */
  void empty(TenantId tenant);

  /**
   * Forgets that the tenant had a time of its own, if it had. Last of all: what is due of the
   * tenant is due by that time.
   */
  void forgetTime(TenantId tenant);

  /**
   * Deletes the account, its enrollment and which customers it ever was, and notes that it is
   * erased: one transaction. False where the enrollment moved meanwhile.
   */
  boolean end(Enrollment seen, AuditEntry erased);
}
