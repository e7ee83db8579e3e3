package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.trials.TrialProof;

/** What a change of password writes; each method is one transaction. */
public interface Passwords {

  /** Redeems the token, writes the person with the new password, and settles the trial. */
  Reset reset(
      OneTimeToken token, User changed, AuditEntry entry, Message message, TrialProof trial);

  /** How a reset went; nothing is written but where it is done. */
  enum Reset {
    DONE,
    /** The token was used or the password changed meanwhile. */
    OVERTAKEN,
    /** Another tenant had a trial with this mailbox. */
    TRIAL_HAD,
    /** The enrollment moved since it was read: read again. */
    MOVED
  }

  /**
   * Writes the person with the new password and the one session that lives on, unless the password
   * changed meanwhile: then false, and nothing is written.
   */
  boolean change(User changed, Session kept, AuditEntry entry, Message message);
}
