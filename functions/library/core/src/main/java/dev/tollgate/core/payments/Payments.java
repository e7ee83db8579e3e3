package dev.tollgate.core.payments;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;

/** Keeps single payments, each with the movements of money it made. */
public interface Payments {
  Optional<Kept> find(TenantId tenant, String order);

  /**
   * Writes the payment and books the movements, in one transaction; false where it is not of the
   * version given any more, and nothing changes. A movement that is booked already stays.
   *
   * @param version 0 for a payment that is not there yet
   */
  boolean save(Payment payment, long version, List<LedgerEntry> movements);

  record Kept(Payment payment, long version) {}
}
