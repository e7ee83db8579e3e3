package dev.tollgate.core.lifecycle;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChange.Fact;
import dev.tollgate.core.billing.SubscriptionNews;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A trial that nobody paid for is over, and later its grace. What the tenant has then is computed
 * and was true at that instant already; here it is told, noted, and made known to whoever still
 * decides on what was true before.
 */
public final class EndingTrial implements Doer {
  private static final Client SCHEDULE = new Client("schedule", "");

  private final Edition edition;
  private final Ids ids;

  public EndingTrial(Edition edition, Ids ids) {
    this.edition = edition;
    this.ids = ids;
  }

  @Override
  public Set<Duty> duties() {
    return Set.of(Duty.TRIAL_END, Duty.TRIAL_GRACE_END);
  }

  @Override
  public Outcome act(DueAction action, Tenancy tenancy, Instant now) {
    UserId owner = tenancy.account().owner();
    String plan = tenancy.enrollment().grant().plan();
    return action.duty() == Duty.TRIAL_END
        ? over(
            action,
            tenancy,
            now,
            new Ending(
                "trial_ended:" + action.anchor(),
                new Announcement.TrialEnded(owner, plan, action.anchor()),
                AuditAction.TRIAL_ENDED))
        : over(
            action,
            tenancy,
            now,
            new Ending(
                "trial_locked:" + action.anchor(),
                new Announcement.TrialLocked(owner, plan),
                AuditAction.TRIAL_LOCKED));
  }

  /**
   * @param what names it among all that the tenant ever had
   */
  private record Ending(String what, Announcement mail, AuditAction noted) {}

  private Outcome over(DueAction action, Tenancy tenancy, Instant now, Ending ending) {
    Fact mail = new Fact(ending.what(), Message.of(ending.mail(), action.tenant(), now, ids));
    List<Fact> news =
        SubscriptionNews.passing(
            action.at(), ending.what(), tenancy.enrollment(), edition.terms(), now, ids);
    return new Outcome.Done(
        change(action, tenancy, now)
            .telling(Stream.concat(Stream.of(mail), news.stream()).toList())
            .with(List.of(entry(ending.noted(), tenancy, now))));
  }

  /**
   * Where limits fall or work stops, the enrollment is written as it is: its version and the fences
   * rise, so that a reservation decided on the trial's limits must look again.
   */
  private BillingChange change(DueAction action, Tenancy tenancy, Instant now) {
    return turnsRights(action.duty())
        ? BillingChange.of(tenancy.enrollment(), now)
        : BillingChange.basedOn(tenancy.enrollment(), now);
  }

  private boolean turnsRights(Duty duty) {
    if (!(edition.trial() instanceof TrialPolicy.Trial policy)) {
      return false;
    }
    return switch (policy.afterwards()) {
      case TrialEnd.FreeTier _ -> true;
      case TrialEnd.ReadOnlyLock _ -> duty == Duty.TRIAL_GRACE_END;
      case TrialEnd.ComputedWall _, TrialEnd.ChargeOnDay _ -> false;
    };
  }

  private AuditEntry entry(AuditAction action, Tenancy tenancy, Instant now) {
    return AuditEntry.of(
        action, tenancy.account().id(), tenancy.account().owner(), SCHEDULE, now, ids);
  }
}
