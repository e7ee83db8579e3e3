package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import org.jspecify.annotations.Nullable;

/**
 * Why a card was refused.
 *
 * @param code Stripe's error code
 * @param declineCode the issuer's reason; null when it was not the issuer who refused
 * @param param the request parameter at fault, if one is
 */
public record Refusal(
    String code, @Nullable String declineCode, String message, @Nullable String param) {

  static Refusal declined(String declineCode, String message) {
    return new Refusal("card_declined", declineCode, message, null);
  }

  static Refusal input(String code, String message, String param) {
    return new Refusal(code, null, message, param);
  }

  /** A card is asked for, and none was given. */
  public static Refusal missing() {
    return input("incomplete_number", "Your card number is incomplete.", "number");
  }

  /** The issuer wants the buyer to authenticate, and nobody is there to do it. */
  static Refusal unauthenticated() {
    return new Refusal(
        "authentication_required",
        "authentication_required",
        "Your card was declined. This transaction requires authentication.",
        null);
  }

  /** The buyer was asked to authenticate and did not. */
  static Refusal authenticationFailed() {
    return new Refusal(
        "payment_intent_authentication_failure",
        null,
        "We are unable to authenticate your payment method. Please choose a different payment"
            + " method and try again.",
        null);
  }

  /** The same while a card was only to be saved. */
  static Refusal setupFailed() {
    return new Refusal(
        "setup_intent_authentication_failure", null, authenticationFailed().message(), null);
  }

  /** As {@code last_payment_error} and {@code last_setup_error} carry it. */
  ObjectNode asError(@Nullable String charge, ObjectNode method) {
    ObjectNode error = Json.object();
    if (charge != null) {
      error.put("charge", charge);
    }
    error.put("code", code);
    if (declineCode != null) {
      error.put("decline_code", declineCode);
    }
    error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
    error.put("message", message);
    if (param != null) {
      error.put("param", param);
    }
    error.set("payment_method", method.deepCopy());
    return error.put("type", "card_error");
  }
}
