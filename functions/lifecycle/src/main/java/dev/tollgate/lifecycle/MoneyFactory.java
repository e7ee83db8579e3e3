package dev.tollgate.lifecycle;

import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.ChargingTrial;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.DebtNews;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.killswitch.Standings;
import dev.tollgate.core.killswitch.SuspendingTenant;
import dev.tollgate.core.lifecycle.Doer;
import dev.tollgate.core.lifecycle.Dunning;
import dev.tollgate.core.lifecycle.TrialCharges;
import dev.tollgate.core.plans.PlanCatalogue;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Whoever does what is due about money. */
@Factory
final class MoneyFactory {
  @Singleton
  Doer trialCharges(
      Edition edition,
      PlanCatalogue catalogue,
      EnsuringCustomer ensuring,
      ProviderCustomers customers,
      Checkouts checkouts,
      Charges charges,
      RefreshingEnrollment refreshing,
      FollowingTime following,
      BillingChanges changes,
      Members members,
      Standings standings,
      Time time,
      Ids ids) {
    return new TrialCharges(
        edition,
        new ChargingTrial(
            catalogue, ensuring, customers, checkouts, charges, refreshing, following),
        suspending(edition, members, standings, time, ids),
        changes,
        new DebtNews(edition, ids));
  }

  @Singleton
  Doer dunning(
      Edition edition,
      Charges charges,
      RefreshingEnrollment refreshing,
      Members members,
      Standings standings,
      Time time,
      Ids ids) {
    return new Dunning(
        edition,
        charges,
        refreshing,
        suspending(edition, members, standings, time, ids),
        new DebtNews(edition, ids),
        ids);
  }

  /** No bean: whoever pulls the kill switch by hand has one of its own. */
  private static SuspendingTenant suspending(
      Edition edition, Members members, Standings standings, Time time, Ids ids) {
    return new SuspendingTenant(edition.killSwitch(), members, standings, time, ids);
  }
}
