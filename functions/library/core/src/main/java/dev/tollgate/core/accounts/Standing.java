package dev.tollgate.core.accounts;

import java.time.Instant;

/** Whether the platform lets an account do anything at all, whatever it has paid. */
public sealed interface Standing {

  /** The ordinary case. Ends by suspension. */
  record Good() implements Standing {}

  /**
   * Stopped everywhere: tokens, keys, queues, schedules. Set and ended by the platform owner or by
   * a trigger of the edition's kill switch.
   *
   * @param reason worded for the account's own people
   */
  record Suspended(SuspensionCause cause, String reason, Instant since) implements Standing {}
}
