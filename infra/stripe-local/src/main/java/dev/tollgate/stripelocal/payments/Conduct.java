package dev.tollgate.stripelocal.payments;

import java.util.Optional;

/** What a test card does when it is attached, charged, refunded; decided by its number alone. */
public enum Conduct {
  PAYS,
  /** Can be saved for a customer; each charge is refused. */
  FAILS_WHEN_CHARGED("card_declined", "generic_decline", "Your card was declined."),
  DECLINED("card_declined", "generic_decline", "Your card was declined."),
  WITHOUT_FUNDS("card_declined", "insufficient_funds", "Your card has insufficient funds."),
  LOST("card_declined", "lost_card", "Your card was declined."),
  STOLEN("card_declined", "stolen_card", "Your card was declined."),
  FRAUDULENT("card_declined", "fraudulent", "Your card was declined."),
  TOO_FREQUENT(
      "card_declined",
      "card_velocity_exceeded",
      "Your card was declined for making repeated attempts too frequently."),
  /** A number that is none of the test cards: Stripe takes it for a real card. */
  REAL(
      "card_declined",
      "test_mode_live_card",
      "Your card was declined. Your request was in test mode, but used a non test (live) card. For"
          + " a list of valid test cards, visit: https://stripe.com/docs/testing."),
  EXPIRED("expired_card", "expired_card", "Your card has expired."),
  WRONG_CVC("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."),
  PROCESSING_ERROR(
      "processing_error",
      "processing_error",
      "An error occurred while processing your card. Try again in a little bit."),
  /** Authenticates until it was set up once; then off-session charges pass. */
  AUTHENTICATES_UNLESS_SET_UP,
  /** Authenticates every time: off-session charges are refused. */
  AUTHENTICATES_ALWAYS,
  AUTHENTICATES_THEN_DECLINED("card_declined", "generic_decline", "Your card was declined."),
  AUTHENTICATES_THEN_WITHOUT_FUNDS(
      "card_declined", "insufficient_funds", "Your card has insufficient funds."),
  /** Pays, and the buyer disputes it at once as fraudulent. */
  DISPUTED_AS_FRAUD,
  /** Pays, and the buyer says at once that nothing came. */
  DISPUTED_AS_NOT_RECEIVED,
  /** Pays; a refund looks well first and fails afterwards. */
  REFUND_FAILS,
  /** Pays; a refund is pending first and succeeds afterwards. */
  REFUND_PENDS;

  private final String code;
  private final String declineCode;
  private final String message;

  Conduct() {
    this("", "", "");
  }

  Conduct(String code, String declineCode, String message) {
    this.code = code;
    this.declineCode = declineCode;
    this.message = message;
  }

  /** What the issuer answers to a charge, after any authentication. */
  Optional<Refusal> onCharge() {
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal(code, declineCode, message, null));
  }

  /** What the issuer answers when the card is only to be saved. */
  Optional<Refusal> onSaving() {
    return switch (this) {
      case FAILS_WHEN_CHARGED, AUTHENTICATES_THEN_DECLINED, AUTHENTICATES_THEN_WITHOUT_FUNDS ->
          Optional.empty();
      default -> onCharge();
    };
  }

  /** Whether the buyer must authenticate. */
  boolean authenticates(boolean offSession, boolean setUp) {
    return switch (this) {
      case AUTHENTICATES_ALWAYS, AUTHENTICATES_THEN_DECLINED, AUTHENTICATES_THEN_WITHOUT_FUNDS ->
          true;
      case AUTHENTICATES_UNLESS_SET_UP -> !(offSession && setUp);
      default -> false;
    };
  }

  /** The reason of the dispute that follows each charge. */
  Optional<String> disputeReason() {
    return switch (this) {
      case DISPUTED_AS_FRAUD -> Optional.of("fraudulent");
      case DISPUTED_AS_NOT_RECEIVED -> Optional.of("product_not_received");
      default -> Optional.empty();
    };
  }

  /** What is said of a card whose date is over. */
  static Refusal expired() {
    return EXPIRED.onCharge().orElseThrow();
  }
}
