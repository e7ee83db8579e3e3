package dev.tollgate.core.leads;

import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Message;
import java.util.List;
import java.util.Optional;

/** Keeps who asked for an offer. */
public interface SalesLeads {
  /**
   * Counts the attempts and writes lead and messages with them: one transaction. A value means that
   * an attempt was over its rule and nothing was written.
   */
  Optional<TooManyAttempts> receive(SalesLead lead, List<Attempt> attempts, List<Message> messages);

  Optional<SalesLead> find(LeadId id);

  /**
   * Newest first.
   *
   * @param cursor what an earlier page gave as the place to go on
   */
  Page page(int limit, Optional<String> cursor);

  /** Some leads and where the next ones are. */
  record Page(List<SalesLead> leads, Optional<String> nextCursor) {}
}
