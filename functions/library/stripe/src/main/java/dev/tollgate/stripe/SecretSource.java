package dev.tollgate.stripe;

import java.util.Optional;

/** Where the secret with Stripe's keys is kept. */
interface SecretSource {
  /**
   * Its text; empty where there is no secret, or none has been put in yet.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where its store does not answer
   */
  Optional<String> read();
}
