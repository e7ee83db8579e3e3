package dev.tollgate.core.subscriptions;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who a tenant is to the payment provider.
 *
 * @param id absent before the first one is made, and after it was deleted there
 * @param made how many were ever made for this tenant; part of the key under which the next one is
 *     asked for, so that a try after a crash asks for the same one
 * @param former those that were deleted there; what the provider tells of them is still the
 *     tenant's
 */
public record ProviderCustomer(Optional<String> id, int made, Set<String> former) {
  public static final ProviderCustomer NONE = new ProviderCustomer(Optional.empty(), 0, Set.of());

  public ProviderCustomer {
    former = Set.copyOf(former);
  }

  public ProviderCustomer known(String newId) {
    return new ProviderCustomer(Optional.of(newId), made + 1, former);
  }

  public ProviderCustomer deleted() {
    return new ProviderCustomer(Optional.empty(), made, ever());
  }

  public boolean is(String other) {
    return id.filter(other::equals).isPresent();
  }

  /** All that the tenant is or was. */
  public Set<String> ever() {
    Set<String> ever = new HashSet<>(former);
    id.ifPresent(ever::add);
    return ever;
  }
}
