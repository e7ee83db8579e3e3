package dev.tollgate.lifecycle;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tenants that are nobody's customers, and some that cannot be read. */
final class Strangers implements Enrollments {
  final Set<TenantId> unreadable = new HashSet<>();

  @Override
  public Optional<Enrollment> find(TenantId tenant) {
    if (unreadable.contains(tenant)) {
      throw new IllegalStateException("a row of no shape");
    }
    return Optional.empty();
  }

  @Override
  public Map<String, TenantId> tenantsOf(Set<String> customers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TenantId> uncheckedSince(Instant before, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checked(TenantId tenant, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Customers customersFrom(Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException();
  }
}
