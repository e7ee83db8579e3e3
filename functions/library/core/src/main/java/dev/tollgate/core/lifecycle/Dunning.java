package dev.tollgate.core.lifecycle;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.DebtNews;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.killswitch.Grounds;
import dev.tollgate.core.killswitch.SuspendingTenant;
import dev.tollgate.core.killswitch.SuspensionReason;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the edition does about a renewal that is owed: reminds, ends the access, suspends. Whether
 * it is still owed is the provider's word, and nothing of this is done once it is paid.
 */
public final class Dunning implements Doer {
  private static final Client SCHEDULE = new Client("schedule", "");

  /** How soon the provider is asked again where its word and its invoices differ. */
  private static final Duration UNSETTLED = Duration.ofHours(1);

  private final Edition edition;
  private final Charges charges;
  private final RefreshingEnrollment refreshing;
  private final SuspendingTenant suspending;
  private final DebtNews news;
  private final Ids ids;

  public Dunning(
      Edition edition,
      Charges charges,
      RefreshingEnrollment refreshing,
      SuspendingTenant suspending,
      DebtNews news,
      Ids ids) {
    this.edition = edition;
    this.charges = charges;
    this.refreshing = refreshing;
    this.suspending = suspending;
    this.news = news;
    this.ids = ids;
  }

  @Override
  public Set<Duty> duties() {
    return Set.of(Duty.DUNNING_REMINDER, Duty.DUNNING_GRACE_END, Duty.DUNNING_SUSPENSION);
  }

  @Override
  public Outcome act(DueAction action, Tenancy tenancy, Instant now) {
    if (!(tenancy.enrollment().at(now, edition.terms()) instanceof Subscription.PastDue late)) {
      return new Outcome.Over();
    }
    return switch (action.duty()) {
      case DUNNING_REMINDER -> remind(action, tenancy, late, now);
      case DUNNING_GRACE_END -> endAccess(action, tenancy, now);
      case DUNNING_SUSPENSION -> suspend(action, tenancy.enrollment(), late.owed(), now);
      case TRIAL_REMINDER,
          TRIAL_END,
          TRIAL_GRACE_END,
          TRIAL_CHARGE,
          ERASURE_CANCELLATION,
          ERASURE_WITHDRAWAL,
          ERASURE ->
          throw new IllegalArgumentException(action.duty() + " is not ours");
    };
  }

  /** Late ones too: the mail names the day. */
  private Outcome remind(
      DueAction action, Tenancy tenancy, Subscription.PastDue late, Instant now) {
    return new Outcome.Done(
        BillingChange.basedOn(tenancy.enrollment(), now)
            .telling(news.accessEnding(action, tenancy.account(), late.liveUntil(), now)));
  }

  /** The enrollment is written though it stays, so that whatever counts by it counts anew. */
  private Outcome endAccess(DueAction action, Tenancy tenancy, Instant now) {
    Enrollment owing = tenancy.enrollment();
    AuditEntry entry =
        AuditEntry.of(
                AuditAction.SUBSCRIPTION_CHANGED,
                owing.tenant(),
                tenancy.account().owner(),
                SCHEDULE,
                now,
                ids)
            .with("read-only: the grace for a renewal that is owed is over");
    return new Outcome.Done(
        BillingChange.of(owing, now)
            .telling(news.accessEnded(action, tenancy.account(), owing, now))
            .with(List.of(entry)));
  }

  private Outcome suspend(DueAction action, Enrollment owing, Contract contract, Instant now) {
    Optional<Charges.Owed> owed = charges.owed(contract.id());
    if (owed.isEmpty()) {
      var _ = refreshing.refresh(owing.tenant(), owing.customer().id().orElseThrow());
      return new Outcome.GoOn(now.plus(UNSETTLED));
    }
    Grounds.Owed grounds = new Grounds.Owed(action.key(), owed.get().invoice(), owing.version());
    return switch (suspending.suspendOver(grounds, owing.tenant(), reason(contract))) {
      // What it stands suspended over may end while this is still owed.
      case SuspendingTenant.AlreadySuspended _ -> new Outcome.GoOn(now.plus(UNSETTLED));
      case SuspendingTenant.Moved _ ->
          new Outcome.Done(BillingChange.basedOn(owing, now)); // refused, and decided again
      case SuspendingTenant.Suspended _,
          SuspendingTenant.Groundless _,
          SuspendingTenant.Unknown _,
          SuspendingTenant.OfThePlatform _ ->
          new Outcome.Over();
      case SuspendingTenant.SwitchedOff _ ->
          throw new IllegalStateException("no edition turns this cause off");
    };
  }

  private static SuspensionReason reason(Contract owed) {
    return new SuspensionReason(
        "The renewal of "
            + owed.periodStart().atZone(ZoneOffset.UTC).toLocalDate()
            + " is not paid. Paying the open invoice ends this.");
  }
}
