package dev.tollgate.stripelocal.subscriptions;

import java.util.Locale;

/** What happens when the invoice of a start or a change is not paid at once. */
public enum PaymentBehavior {
  /** A new subscription is incomplete, a changed one past due. */
  ALLOW_INCOMPLETE,
  /** Like {@link #ALLOW_INCOMPLETE}, but nothing is charged: the buyer confirms the payment. */
  DEFAULT_INCOMPLETE,
  /** The request fails and nothing of it remains. */
  ERROR_IF_INCOMPLETE,
  /** The change waits until its invoice is paid. */
  PENDING_IF_INCOMPLETE;

  static PaymentBehavior of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
