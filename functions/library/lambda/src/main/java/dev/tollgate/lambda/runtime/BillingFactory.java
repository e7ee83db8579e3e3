package dev.tollgate.lambda.runtime;

import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.billing.Telling;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Enrollments;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What every function that asks the payment provider for something asks the core for. */
@Factory
final class BillingFactory {
  @Singleton
  FollowingTime following(Enrollments enrollments, ProviderClocks clocks, Time time) {
    return new FollowingTime(enrollments, clocks, time);
  }

  @Singleton
  EnsuringCustomer ensuringCustomer(
      Enrollments enrollments,
      Members members,
      ProviderCustomers customers,
      BillingChanges changes,
      FollowingTime following,
      Time time) {
    return new EnsuringCustomer(enrollments, members, customers, changes, following, time);
  }

  @Singleton
  RefreshingEnrollment refreshing(
      ProviderCustomers customers,
      Contracts contracts,
      Members members,
      BillingChanges changes,
      Edition edition,
      Time time,
      Ids ids) {
    return new RefreshingEnrollment(
        customers, contracts, members, changes, new Telling(edition, ids), time, ids);
  }
}
