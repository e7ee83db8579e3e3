package dev.tollgate.stripelocal.contract;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The same scenarios on a real sandbox; the only thing that can tell whether they are true. */
class SandboxContractTest {
  @BeforeAll
  static void aKeyIsThere() {
    Assumptions.assumeTrue(
        SandboxDoor.open().isPresent(),
        "skipped: STRIPE_TEST_KEY is not in the environment, nothing was checked against Stripe");
  }

  @Nested
  class Customers extends OnSandbox implements CustomerScenarios {}

  @Nested
  class Catalogue extends OnSandbox implements CatalogueScenarios {}

  static class OnSandbox {
    private final Optional<Target> target = SandboxDoor.open();

    public Target target() {
      return target.orElseThrow();
    }
  }
}
