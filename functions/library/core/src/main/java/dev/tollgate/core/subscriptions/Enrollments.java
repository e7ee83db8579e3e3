package dev.tollgate.core.subscriptions;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what tenants are enrolled in. Writing goes with its effects, in {@code billing}. */
public interface Enrollments {
  Optional<Enrollment> find(TenantId tenant);

  /** Which tenants these customers of the payment provider are; unknown ones are left out. */
  Map<String, TenantId> tenantsOf(Set<String> customers);

  /** Tenants with a customer that were not compared with the provider since then, oldest first. */
  List<TenantId> uncheckedSince(Instant before, int limit);

  /** Notes that the tenant was compared. */
  void checked(TenantId tenant, Instant now);
}
