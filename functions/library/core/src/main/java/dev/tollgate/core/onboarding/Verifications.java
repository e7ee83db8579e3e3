package dev.tollgate.core.onboarding;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Comeback;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.trials.TrialProof;
import java.util.Optional;

/** Writes what proves a mailbox. */
public interface Verifications {
  /**
   * Uses the token up, marks the person, stores the session and settles the trial: one transaction.
   *
   * @param account as it was read: an erasure that is asked for or begins in this moment is not
   *     overlooked
   * @param comeback where the person takes an erasure back by it
   */
  Redemption redeem(
      OneTimeToken token,
      User verified,
      Session session,
      AuditEntry entry,
      TrialProof trial,
      Account account,
      Optional<Comeback> comeback);

  /** How a redemption went. */
  enum Redemption {
    REDEEMED,
    /** Another call was first. Nothing is written. */
    ALREADY_VERIFIED,
    /** Another tenant had a trial with this mailbox. Nothing is written. */
    TRIAL_HAD,
    /** The enrollment or the account moved since it was read: read again. Nothing is written. */
    MOVED
  }
}
