package dev.tollgate.core.onboarding;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.User;

/** Writes what proves a mailbox. */
public interface Verifications {
  /** Uses the token up, marks the person and stores the session: one transaction. */
  Redemption redeem(OneTimeToken token, User verified, Session session, AuditEntry entry);

  /** How a redemption went. */
  enum Redemption {
    REDEEMED,
    /** Another call was first. Nothing is written. */
    ALREADY_VERIFIED
  }
}
