package dev.tollgate.stripelocal.contract;

import org.junit.jupiter.api.Nested;

/** All scenarios on the stand-in. */
class StandInContractTest {
  @Nested
  class Customers extends OnStandIn implements CustomerScenarios {}

  @Nested
  class Catalogue extends OnStandIn implements CatalogueScenarios {}

  /** A fresh stand-in for each scenario. */
  static class OnStandIn {
    private final Target target = StandIn.start();

    public Target target() {
      return target;
    }
  }
}
