package dev.tollgate.lambda.guard;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.quota.ReadingEntitlements;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What tenants may do; the catalogue is asked for only where a route needs to know. */
@Singleton
final class Rights {
  private final Edition edition;
  private final BeanProvider<PlanCatalogue> catalogue;
  private final Time time;

  Rights(Edition edition, BeanProvider<PlanCatalogue> catalogue, Time time) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.time = time;
  }

  Entitlements of(Tenancy tenancy) {
    return new ReadingEntitlements(edition, catalogue.get(), time).of(tenancy);
  }

  /** Empty where the edition's plans do not limit calls, and nothing needs to be known. */
  Optional<Entitlements> metered(Tenancy tenancy) {
    return edition.findMeter(Meter.API_CALLS.key()).map(_ -> of(tenancy));
  }
}
