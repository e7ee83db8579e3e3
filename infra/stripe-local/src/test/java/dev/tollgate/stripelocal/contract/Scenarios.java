package dev.tollgate.stripelocal.contract;

import org.junit.jupiter.api.AfterEach;

/** Scenarios that must run alike on the stand-in and on Stripe. */
interface Scenarios {
  Target target();

  @AfterEach
  default void close() {
    target().close();
  }
}
