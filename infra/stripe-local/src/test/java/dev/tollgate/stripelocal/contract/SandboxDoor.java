package dev.tollgate.stripelocal.contract;

import com.stripe.StripeClient;
import java.util.Optional;
import java.util.UUID;

/** A real sandbox, when {@code STRIPE_TEST_KEY} is in the environment. */
record SandboxDoor(StripeClient client) implements Target {
  static Optional<Target> open() {
    return Optional.ofNullable(System.getenv("STRIPE_TEST_KEY"))
        .filter(key -> key.startsWith("sk_test_") || key.startsWith("rk_test_"))
        .map(
            key ->
                new SandboxDoor(
                    StripeClient.builder().setApiKey(key).setMaxNetworkRetries(2).build()));
  }

  @Override
  public String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }

  @Override
  public void close() {}
}
