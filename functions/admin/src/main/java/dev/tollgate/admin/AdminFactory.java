package dev.tollgate.admin;

import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.ChangingGrant;
import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.ReplayingEvents;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.killswitch.CountingStrikes;
import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.killswitch.RestoringTenant;
import dev.tollgate.core.killswitch.ResumingWork;
import dev.tollgate.core.killswitch.Standings;
import dev.tollgate.core.killswitch.Strikes;
import dev.tollgate.core.killswitch.SuspendingTenant;
import dev.tollgate.core.killswitch.SuspensionReason;
import dev.tollgate.core.mailing.LiftingSuppression;
import dev.tollgate.core.messages.Suppressions;
import dev.tollgate.core.overrides.ChangingOverrides;
import dev.tollgate.core.overrides.OverrideChanges;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.http.FieldReader;
import dev.tollgate.lambda.logging.Log;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;

@Factory
final class AdminFactory {
  @Singleton
  FieldReader<LimitChanges> limits() {
    return new FieldReader<>(LimitChanges.class, LimitChanges::read);
  }

  @Singleton
  EditingPlans editing(
      Edition edition, PlanCatalogue catalogue, BillingChanges changes, Time time, Ids ids) {
    return new EditingPlans(edition, catalogue, changes, time, ids);
  }

  @Singleton
  ChangingGrant granting(
      Edition edition,
      PlanCatalogue catalogue,
      Members members,
      BillingChanges changes,
      Time time,
      Ids ids) {
    return new ChangingGrant(edition, catalogue, members, changes, time, ids);
  }

  @Singleton
  LiftingSuppression lifting(Suppressions suppressions, Time time, Ids ids) {
    return new LiftingSuppression(suppressions, time, ids);
  }

  @Singleton
  SyncingPlans syncing(
      Edition edition,
      PlanCatalogue catalogue,
      ProviderCustomers customers,
      ProviderCatalogue theirs) {
    return new SyncingPlans(edition, catalogue, customers, theirs);
  }

  @Singleton
  FindingEvents finding(ProviderEvents events, Time time) {
    return new FindingEvents(events, time);
  }

  @Singleton
  ReplayingEvents replaying(ProviderEvents events, EventQueue queue, Time time) {
    return new ReplayingEvents(events, queue, time);
  }

  @Singleton
  FieldReader<SuspensionReason> suspensionReason() {
    return FieldReader.ofText(SuspensionReason.class, SuspensionReason::parse);
  }

  @Singleton
  FieldReader<SuspensionCause> suspensionCause() {
    return FieldReader.ofText(SuspensionCause.class, SuspendRequest::cause);
  }

  @Singleton
  FieldReader<Limit> limit() {
    return new FieldReader<>(Limit.class, LimitGrant::limit, Optional.of(new Limit.Unlimited()));
  }

  @Singleton
  SuspendingTenant suspending(
      Edition edition, Members members, Standings standings, Time time, Ids ids) {
    return new SuspendingTenant(edition.killSwitch(), members, standings, time, ids);
  }

  @Singleton
  RestoringTenant restoring(Members members, Standings standings, Time time, Ids ids) {
    return new RestoringTenant(members, standings, time, ids);
  }

  @Singleton
  OverrideAnswers overrides(
      Edition edition, Members members, OverrideChanges changes, Time time, Ids ids) {
    return new OverrideAnswers(new ChangingOverrides(edition, members, changes, time, ids));
  }

  @Singleton
  QueueConsumer killSwitch(
      Edition edition,
      Strikes strikes,
      SuspendingTenant suspending,
      RestoringTenant restoring,
      Members members,
      HeldWork held,
      Time time,
      Ids ids,
      Log log) {
    return new KillSwitchQueue(
        new CountingStrikes(edition.killSwitch(), strikes, suspending, restoring, time),
        new ResumingWork(members, held, time, ids),
        log);
  }
}
