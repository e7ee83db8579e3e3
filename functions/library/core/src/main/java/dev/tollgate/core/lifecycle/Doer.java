package dev.tollgate.core.lifecycle;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import java.time.Instant;
import java.util.Set;

/**
 * Does some kinds of due actions. It may be asked again for the same action, after a crash or where
 * the tenant moved meanwhile, so whatever it does outside the table bears a key of the action.
 */
public interface Doer {
  Set<Duty> duties();

  /**
   * @param action claimed, due, and called for by the tenancy
   * @param tenancy as it was read after the claim
   * @param now the tenant's time
   * @throws dev.tollgate.core.kernel.Unavailable where it should be tried again soon
   */
  Outcome act(DueAction action, Tenancy tenancy, Instant now);

  /** What is left to do where the tenant is gone; the action is dropped after it. */
  default void whenGone(DueAction action) {}

  /** What became of it. */
  sealed interface Outcome {
    /** Done with this change: written in one transaction with the end of the action. */
    record Done(BillingChange change) implements Outcome {}

    /** Nothing is to be done any more, or all of it is written. */
    record Over() implements Outcome {}

    /** Not over yet: asked again then. */
    record GoOn(Instant at) implements Outcome {}
  }
}
