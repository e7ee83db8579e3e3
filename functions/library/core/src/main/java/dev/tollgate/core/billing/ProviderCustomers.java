package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import java.util.Set;

/** The payment provider's customers. */
public interface ProviderCustomers {
  /** Whether the deployment has an account with the provider at all. */
  boolean isConfigured();

  /**
   * Makes a customer that carries the tenant's id, or finds the one made under the same key.
   *
   * @return its id
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether it was made
   */
  String create(TenantId tenant, EmailAddress email, String name, String key);

  /**
   * Asks for the customer and all its contracts.
   *
   * @param known contracts to ask for by id too, since a deleted customer no longer lists its own
   */
  ProviderState stateOf(String customer, Set<String> known);
}
