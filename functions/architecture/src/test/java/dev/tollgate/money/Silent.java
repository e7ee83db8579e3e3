package dev.tollgate.money;

import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.lifecycle.Doer;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import java.time.Instant;
import java.util.Set;

/** What is due about trials and not about money: nothing comes of it here. */
final class Silent implements Doer {
  @Override
  public Set<Duty> duties() {
    return Set.of(Duty.TRIAL_REMINDER, Duty.TRIAL_END, Duty.TRIAL_GRACE_END);
  }

  @Override
  public Outcome act(DueAction action, Tenancy tenancy, Instant now) {
    return new Outcome.Over();
  }
}
