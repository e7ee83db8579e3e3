package dev.tollgate.core.usage;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps every use for as long as invoices can be asked about. */
public interface UsageLedger {
  /**
   * Writes use and message in one transaction; false where the id is there, and nothing changes.
   */
  boolean record(Usage usage, Message message);

  Optional<Usage> find(TenantId tenant, Meter meter, String id);

  /** Notes that the provider took it. */
  void reported(Usage usage, Instant at);

  /** All uses of a meter from a time on and before another, in the order of their times. */
  List<Usage> between(TenantId tenant, Meter meter, Instant from, Instant until);
}
