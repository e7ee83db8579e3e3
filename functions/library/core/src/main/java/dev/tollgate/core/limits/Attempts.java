package dev.tollgate.core.limits;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.messages.Message;
import java.util.List;
import java.util.Optional;

/** Counts attempts. */
public interface Attempts {

  /**
   * Counts the attempts and writes entry and message with them, where there are any: one
   * transaction. A value means that an attempt was over its rule and nothing was written.
   */
  Optional<TooManyAttempts> count(
      List<Attempt> attempts, Optional<AuditEntry> entry, Optional<Message> message);

  /** Counts the attempts and nothing else. */
  default Optional<TooManyAttempts> count(List<Attempt> attempts) {
    return count(attempts, Optional.empty(), Optional.empty());
  }
}
