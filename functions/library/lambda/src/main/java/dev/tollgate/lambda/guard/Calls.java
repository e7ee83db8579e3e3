package dev.tollgate.lambda.guard;

import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;

/** Counts calls against the limits of whoever makes them. */
public interface Calls {
  /**
   * A call of a tenant, by a person or a key.
   *
   * @param metered whether it is one of those that the plan limits
   */
  Counted ofTenant(Tenancy tenancy, boolean metered);

  /** A call that names no tenant. */
  Counted ofAddress(Client client);

  /** For requests that nobody sent. */
  static Calls none() {
    return new Calls() {
      @Override
      public Counted ofTenant(Tenancy tenancy, boolean metered) {
        return Counted.NOTHING;
      }

      @Override
      public Counted ofAddress(Client client) {
        return Counted.NOTHING;
      }
    };
  }
}
