package dev.tollgate.core.subscriptions;

import java.util.Optional;

/**
 * Who a tenant is to the payment provider.
 *
 * @param id absent before the first one is made, and after it was deleted there
 * @param made how many were ever made for this tenant; part of the key under which the next one is
 *     asked for, so that a try after a crash asks for the same one
 */
public record ProviderCustomer(Optional<String> id, int made) {
  public static final ProviderCustomer NONE = new ProviderCustomer(Optional.empty(), 0);

  public ProviderCustomer known(String newId) {
    return new ProviderCustomer(Optional.of(newId), made + 1);
  }

  public ProviderCustomer deleted() {
    return new ProviderCustomer(Optional.empty(), made);
  }

  public boolean is(String other) {
    return id.filter(other::equals).isPresent();
  }
}
