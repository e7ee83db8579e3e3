package dev.tollgate.billing;

import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.ChangingSubscription;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.EndingSubscription;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.Links;
import dev.tollgate.core.billing.OpeningCheckout;
import dev.tollgate.core.billing.OpeningPortal;
import dev.tollgate.core.billing.Portal;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.ledger.Ledger;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.quota.PreviewingPlan;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;

@Factory
final class BillingFactory {
  @Singleton
  Links links(Environment environment) {
    return new Links(URI.create(environment.required("FRONTEND_URL")));
  }

  @Singleton
  OpeningCheckout openingCheckout(
      Edition edition,
      PlanCatalogue catalogue,
      EnsuringCustomer ensuring,
      ProviderCustomers customers,
      Checkouts checkouts,
      BillingChanges changes,
      Links links,
      Time time,
      Ids ids) {
    return new OpeningCheckout(
        edition, catalogue, ensuring, customers, checkouts, changes, links, time, ids);
  }

  @Singleton
  OpeningPortal openingPortal(
      Enrollments enrollments, ProviderCustomers customers, Portal portal, Links links) {
    return new OpeningPortal(enrollments, customers, portal, links);
  }

  @Singleton
  ChangingSubscription changing(
      Edition edition,
      PlanCatalogue catalogue,
      Enrollments enrollments,
      Meters meters,
      ProviderCustomers customers,
      Contracts contracts,
      RefreshingEnrollment refreshing,
      BillingChanges changes,
      Time time,
      Ids ids) {
    return new ChangingSubscription(
        edition,
        catalogue,
        enrollments,
        meters,
        customers,
        contracts,
        refreshing,
        changes,
        time,
        ids);
  }

  @Singleton
  EndingSubscription ending(
      Enrollments enrollments,
      Contracts contracts,
      RefreshingEnrollment refreshing,
      BillingChanges changes,
      Time time,
      Ids ids) {
    return new EndingSubscription(enrollments, contracts, refreshing, changes, time, ids);
  }

  @Singleton
  PreviewingPlan previewing(Edition edition, PlanCatalogue catalogue, Meters meters, Time time) {
    return new PreviewingPlan(edition, catalogue, meters, time);
  }

  @Singleton
  ReadingState readingState(Edition edition, ReadingQuota quota) {
    return new ReadingState(edition, quota);
  }

  @Singleton
  SummingLedger summing(Ledger ledger) {
    return new SummingLedger(ledger);
  }
}
