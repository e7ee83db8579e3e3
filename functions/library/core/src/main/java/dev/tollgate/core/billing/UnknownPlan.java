package dev.tollgate.core.billing;

/**
 * A contract at the provider stands for none of our plans: somebody made it, or its price, by hand.
 * Nothing can be decided from it until the provider's notes on its price or on itself say which
 * plan it is, so whoever applies an event notes it as failed; it can be replayed afterwards.
 */
public final class UnknownPlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param contract the provider's id
   * @param price the provider's id of its price, or a word for none
   */
  public UnknownPlan(String contract, String price) {
    super("subscription " + contract + " stands for no plan by its price " + price);
  }
}
