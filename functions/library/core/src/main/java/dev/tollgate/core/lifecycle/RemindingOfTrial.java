package dev.tollgate.core.lifecycle;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Tells the owner that the trial will end, once for each of the edition's days. One that comes late
 * is told all the same, since it names the end.
 */
public final class RemindingOfTrial implements Doer {
  private final Ids ids;

  public RemindingOfTrial(Ids ids) {
    this.ids = ids;
  }

  @Override
  public Set<Duty> duties() {
    return Set.of(Duty.TRIAL_REMINDER);
  }

  @Override
  public Outcome act(DueAction action, Tenancy tenancy, Instant now) {
    Instant end = action.anchor();
    UserId owner = tenancy.account().owner();
    Announcement ending =
        tenancy
            .enrollment()
            .contract()
            .filter(contract -> contract.chargedAfterTrial().isPresent())
            .<Announcement>map(bought -> new Announcement.ChargeComing(owner, bought.plan(), end))
            .orElseGet(
                () ->
                    new Announcement.TrialEnding(owner, tenancy.enrollment().grant().plan(), end));
    return new Outcome.Done(
        BillingChange.basedOn(tenancy.enrollment(), now)
            .telling(
                List.of(
                    new BillingChange.Fact(
                        "trial_reminder:" + end + ":" + action.step(),
                        Message.of(ending, action.tenant(), now, ids)))));
  }
}
