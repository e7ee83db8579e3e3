package dev.tollgate.stripelocal.wire;

/** Parameters that Stripe takes and the stand-in does not: better refused than passed over. */
public final class Unmodelled {
  private Unmodelled() {}

  public static void refuse(Params params, String... names) {
    for (String name : names) {
      if (params.has(name)) {
        throw StripeError.invalid(
            "The stand-in does not model `" + params.path(name) + "`; Stripe does.",
            params.path(name));
      }
    }
  }
}
