package dev.tollgate.core.messages;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Addresses that get no further mail, whoever has them. Kept until somebody lifts it, and by the
 * address alone: whoever takes another address is not held back by the old one.
 */
public interface Suppressions {
  Optional<Suppression> find(EmailAddress address);

  /**
   * Together with what is told: one transaction. The first reason stays.
   *
   * @param told empty where nobody has to hear of it
   */
  void suppress(EmailAddress address, Suppression suppression, Optional<Message> told);

  /** Together with its entry: one transaction. False, and nothing written, where there is none. */
  boolean lift(EmailAddress address, AuditEntry entry);

  /** Why, and since when. */
  record Suppression(Cause cause, Instant since) {}

  /** What makes an address useless. Stored by its name, so names are kept. */
  enum Cause {
    /** There is no such mailbox, or it will never take a mail of ours. */
    BOUNCE,
    /** Its owner called a mail of ours spam. */
    COMPLAINT
  }
}
