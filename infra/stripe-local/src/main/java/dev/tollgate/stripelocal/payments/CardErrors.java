package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.wire.StripeError;

/** Refusals as errors of the API. */
public final class CardErrors {
  private CardErrors() {}

  /** 402, before anything was tried: nothing stays. */
  public static StripeError of(Refusal refusal) {
    StripeError error =
        StripeError.of(402, "card_error", refusal.code(), refusal.message(), refusal.param());
    if (refusal.declineCode() != null) {
      error.error().put("decline_code", refusal.declineCode());
    }
    return error;
  }

  /** 402 after an attempt: intent, charge and events stay. */
  static StripeError after(ObjectNode intent, Refusal refusal) {
    StripeError error =
        StripeError.card(refusal.code(), refusal.declineCode(), refusal.message(), intent);
    if (intent.at("/last_payment_error/payment_method") instanceof ObjectNode method) {
      error = error.with("payment_method", method);
    }
    return error.committing();
  }

  /** 402 after an attempt to set a card up. */
  static StripeError afterSetup(ObjectNode intent, Refusal refusal) {
    StripeError error =
        StripeError.card(refusal.code(), refusal.declineCode(), refusal.message(), null)
            .with("setup_intent", intent);
    if (intent.at("/last_setup_error/payment_method") instanceof ObjectNode method) {
      error = error.with("payment_method", method);
    }
    return error.committing();
  }
}
