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

  /**
   * All tenants with a customer, page by page, in an order of the store's own. Reading them changes
   * nothing; whoever becomes a customer or is compared meanwhile may be left out or come twice.
   *
   * @param cursor where the page before this one ended; empty for the first
   */
  Customers customersFrom(Optional<String> cursor, int limit);

  /**
   * @param next empty on the last page; a page may be empty and yet not the last
   */
  record Customers(List<TenantId> tenants, Optional<String> next) {}
}
