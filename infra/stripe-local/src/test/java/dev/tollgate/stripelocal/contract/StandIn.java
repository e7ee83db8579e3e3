package dev.tollgate.stripelocal.contract;

import com.stripe.StripeClient;
import dev.tollgate.stripelocal.TestStripe;

/** A fresh stand-in for each scenario. */
record StandIn(TestStripe stripe) implements Target {
  static StandIn start() {
    return new StandIn(TestStripe.start());
  }

  @Override
  public StripeClient client() {
    return stripe.client();
  }

  @Override
  public String unique(String name) {
    return name;
  }

  @Override
  public void close() {
    stripe.close();
  }
}
