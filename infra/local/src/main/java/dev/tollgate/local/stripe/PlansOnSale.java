package dev.tollgate.local.stripe;

import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.local.Seed;
import io.micronaut.context.BeanContext;

/** Puts the edition's plans on sale in the stand-in, as the platform owner does it at Stripe. */
public final class PlansOnSale implements Seed {
  @Override
  public void plant(BeanContext beans) {
    new SyncingPlans(
            beans.getBean(Edition.class),
            beans.getBean(PlanCatalogue.class),
            beans.getBean(ProviderCustomers.class),
            beans.getBean(ProviderCatalogue.class))
        .sync(false, true);
  }
}
