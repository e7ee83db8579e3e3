package dev.tollgate.core.killswitch;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Remembers what may pull the kill switch, so that each thing counts once. */
public interface Strikes {

  /**
   * Counts a complaint of that source, unless it was counted before; one transaction.
   *
   * @return how many stand in the present count
   */
  int complain(TenantId tenant, String source, Instant now);

  /**
   * Notes for ever that the invoice was paid: it suspends nobody any more.
   *
   * @return the beginning of the suspension that it was the cause of; empty where it never was
   */
  Optional<Instant> settle(TenantId tenant, String invoice, Instant now);
}
