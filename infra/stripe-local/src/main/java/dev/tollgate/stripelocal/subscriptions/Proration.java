package dev.tollgate.stripelocal.subscriptions;

import java.util.Locale;

/** What becomes of the difference a change makes within a period. */
public enum Proration {
  /** It waits for the next invoice. */
  CREATE_PRORATIONS,
  /** It is invoiced at once. */
  ALWAYS_INVOICE,
  /** It is not reckoned. */
  NONE;

  static Proration of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
