package dev.tollgate.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import java.util.Optional;

/** What Stripe answered. An answer that says nothing is no reply but {@code Unavailable}. */
sealed interface Reply<T> {
  record Given<T>(T value) implements Reply<T> {}

  /** The key was used for something else. */
  record KeyTaken<T>() implements Reply<T> {}

  /**
   * No money came.
   *
   * @param reason Stripe's code, such as {@code insufficient_funds}
   */
  record Declined<T>(String reason) implements Reply<T> {}

  /**
   * @param code Stripe's, empty where it gave none
   * @param field whose value it did not like, empty where it named none
   * @param described for the log, without anything that was sent
   */
  record Refused<T>(int status, String code, String field, String described) implements Reply<T> {
    boolean isMissing() {
      return status == 404;
    }
  }

  /** Where nothing but an answer is expected, everything else is a bug. */
  default T orBug(String what) {
    return switch (this) {
      case Given<T>(T value) -> value;
      case KeyTaken<T> _ ->
          throw new IllegalStateException("Stripe did not " + what + ": the key was used before");
      case Declined<T>(String reason) ->
          throw new IllegalStateException("Stripe did not " + what + ": declined, " + reason);
      case Refused<T> refused ->
          throw new IllegalStateException("Stripe did not " + what + ": " + refused.described());
    };
  }

  /** Empty where there is no such thing. */
  default Optional<T> orGone(String what) {
    return this instanceof Refused<T> refused && refused.isMissing()
        ? Optional.empty()
        : Optional.of(orBug(what));
  }

  static <T> Reply<T> of(StripeException e) {
    String code = Optional.ofNullable(e.getCode()).orElse("");
    return switch (e) {
      case IdempotencyException _ -> new KeyTaken<>();
      case CardException card ->
          new Declined<>(
              Optional.ofNullable(card.getDeclineCode())
                  .filter(reason -> !reason.isEmpty())
                  .orElse(code.isEmpty() ? "card_declined" : code));
      default -> new Refused<>(Failures.status(e), code, Failures.field(e), Failures.describe(e));
    };
  }
}
