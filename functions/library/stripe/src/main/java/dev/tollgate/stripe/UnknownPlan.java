package dev.tollgate.stripe;

/**
 * A subscription at Stripe stands for none of our plans: somebody made it, or its price, by hand.
 * Nothing can be decided from it until the price or the subscription says which plan it is ({@code
 * tollgate_plan} or {@code plan} in its metadata), so whoever applies an event notes it as failed;
 * it can be replayed afterwards.
 */
public final class UnknownPlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownPlan(String subscription, String price) {
    super("subscription " + subscription + " stands for no plan by its price " + price);
  }
}
