package dev.tollgate.core.billing;

import java.time.Instant;

/** Hands events to whoever applies them: one lane after the other, at least once. */
public interface EventQueue {
  /**
   * Copies of one event, sent within minutes of each other, may become one.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether it was taken
   */
  void send(ProviderEvent event);

  /**
   * The same for an event that was applied or given up already: never taken for a copy of what was
   * sent before, unless that was asked for at the very same moment.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether it was taken
   */
  void resend(ProviderEvent event, Instant asked);
}
