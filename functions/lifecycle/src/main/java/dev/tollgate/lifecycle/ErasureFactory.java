package dev.tollgate.lifecycle;

import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.erasure.EndingContracts;
import dev.tollgate.core.erasure.ErasingCustomers;
import dev.tollgate.core.erasure.ErasingTenant;
import dev.tollgate.core.erasure.Erasures;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.lifecycle.Doer;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What is due when an owner wants the account erased, and when not any more. */
@Factory
final class ErasureFactory {
  @Singleton
  Doer endingContracts(Erasures erasures, Contracts contracts, RefreshingEnrollment refreshing) {
    return new EndingContracts(erasures, contracts, refreshing);
  }

  @Singleton
  Doer erasingTenant(Erasures erasures, Contracts contracts, ErasingCustomers customers, Ids ids) {
    return new ErasingTenant(erasures, contracts, customers, ids);
  }
}
