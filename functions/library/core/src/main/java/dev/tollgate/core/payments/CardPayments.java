package dev.tollgate.core.payments;

import dev.tollgate.core.kernel.Money;
import java.time.Instant;

/** Single payments at the payment provider. Every call that moves money carries a key. */
public interface CardPayments {
  /** Makes a payment that reserves and does not take, or finds the one made under the key. */
  State open(String customer, Payment.Order order, String key);

  State find(String reference);

  /** Takes what is reserved; the same where it was taken before. */
  State capture(String reference, String key);

  /** Gives the reservation up; the same where it was given up or ran out before. */
  State release(String reference, String key);

  /** Gives some of it back. Returns the provider's id of that. */
  Refund refund(String reference, Money amount, String key);

  /**
   * @param tenant and {@code order} as we noted them at the provider
   * @param clientSecret lets a browser confirm the payment
   */
  record State(
      String reference,
      String clientSecret,
      Status status,
      Money amount,
      String tenant,
      String order,
      Instant at) {
    @Override
    public String toString() {
      return "State[" + reference + " " + status + "]";
    }
  }

  enum Status {
    /** Waits for the person. */
    OPEN,
    AUTHORISED,
    CAPTURED,
    RELEASED
  }

  /** How giving back went. */
  sealed interface Refund {
    record Given(String reference, Instant at) implements Refund {}

    record Refused(String reason) implements Refund {}
  }
}
