package dev.tollgate.core.ledger;

import dev.tollgate.core.kernel.TenantId;
import java.util.List;
import java.util.Optional;

/** Reads movements of money. They are written with their causes. */
public interface Ledger {
  /**
   * A tenant's movements, newest first.
   *
   * @param cursor what an earlier page gave as the place to go on
   */
  Page page(TenantId tenant, int limit, Optional<String> cursor);

  /** Some movements and where the next ones are. */
  record Page(List<LedgerEntry> entries, Optional<String> nextCursor) {}
}
