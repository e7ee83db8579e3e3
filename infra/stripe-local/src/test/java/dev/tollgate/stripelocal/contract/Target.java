package dev.tollgate.stripelocal.contract;

import com.stripe.StripeClient;

/** Something that speaks Stripe's API: the stand-in, or Stripe itself. */
public interface Target extends AutoCloseable {
  StripeClient client();

  /** A text nobody else uses: objects of earlier runs stay in a real account. */
  String unique(String name);

  @Override
  void close();
}
