package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting.Outcome;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Optional;

/** How an attempt that did not succeed is answered to the caller. */
public final class PaymentErrors {
  private PaymentErrors() {}

  /**
   * Empty for a paid one.
   *
   * @param outcome empty when there was no method to try
   * @param subject {@code invoice} or {@code subscription}: what was to be paid
   */
  public static Optional<StripeError> of(Optional<Outcome> outcome, String subject) {
    if (outcome.isEmpty()) {
      return Optional.of(noMethod());
    }
    return switch (outcome.get()) {
      case Outcome.Paid _ -> Optional.empty();
      case Outcome.Declined(ObjectNode intent, String code, var declineCode, String message) ->
          Optional.of(StripeError.card(code, declineCode, message, intent));
      case Outcome.ActionRequired(ObjectNode intent) ->
          Optional.of(
              StripeError.card(
                  subject + "_payment_intent_requires_action",
                  null,
                  "This payment requires additional user action before it can be completed"
                      + " successfully. Payment can be completed"
                      + " using the PaymentIntent associated with the %s.".formatted(subject),
                  intent));
    };
  }

  /** Nobody left a card. */
  public static StripeError noMethod() {
    return StripeError.invalid(
        "resource_missing",
        "This customer has no attached payment source or default payment method. Please consider"
            + " adding a default payment method. For more information, visit"
            + " https://stripe.com/docs/billing/subscriptions/payment-methods-setting.",
        null);
  }
}
