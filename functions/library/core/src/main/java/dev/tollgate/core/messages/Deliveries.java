package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;

/** Remembers which messages a consumer has dealt with, so that each has its effect once. */
public interface Deliveries {

  /**
   * Takes the message for this call alone until the lease is over. A message that nobody finished
   * is up for grabs again after its lease.
   */
  Claim claim(TenantId tenant, MessageId message, Instant now, Instant leaseEnds);

  void finish(TenantId tenant, MessageId message, Instant now);

  /** Gives a claim back before its lease ends, after a failure that left no effect. */
  void release(TenantId tenant, MessageId message);

  /** The answer to a claim. */
  enum Claim {
    /** Ours: act, then finish or release. */
    CLAIMED,
    /** Its effect is there already: nothing to do. */
    FINISHED,
    /** Another call is at it, or died at it less than a lease ago: try again later. */
    BUSY
  }
}
