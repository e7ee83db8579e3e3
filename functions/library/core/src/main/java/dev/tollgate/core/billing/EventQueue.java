package dev.tollgate.core.billing;

/** Hands events to whoever applies them: one lane after the other, at least once. */
public interface EventQueue {
  /**
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether it was taken
   */
  void send(ProviderEvent event);
}
