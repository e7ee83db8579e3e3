package dev.tollgate.stripe;

/** The names under which we note things at Stripe; kept for ever. */
final class Metadata {
  /** On customers, subscriptions and single payments: whose it is. */
  static final String TENANT = "tenant_id";

  /** On prices and products: the plan they stand for. */
  static final String PRICE_PLAN = "tollgate_plan";

  /** On subscriptions: the plan that was bought. */
  static final String PLAN = "plan";

  /** On single payments: the caller's order. */
  static final String ORDER = "order_id";

  private Metadata() {}
}
