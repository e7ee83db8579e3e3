package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Writes what billing decided. */
public interface BillingChanges {
  /** One transaction, and another one only where a fact or movement was there already. */
  Commit commit(BillingChange change);

  /**
   * When it was told; empty where it never was.
   *
   * @param fact its key
   */
  Optional<Instant> toldAt(TenantId tenant, String fact);

  /** How a write went. */
  enum Commit {
    WRITTEN,
    /** The enrollment moved since it was read: read again and decide again. Nothing is written. */
    STALE,
    /** A level is above what the change allows. Nothing is written. */
    EXCEEDED,
    /** The due action is another call's by now, or done. Nothing is written. */
    CLAIM_LOST
  }
}
