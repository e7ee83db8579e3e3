package dev.tollgate.admin;

import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.ReplayingEvents;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.lambda.http.FieldReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

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
}
