package dev.tollgate.core.subscriptions;

import java.util.Locale;
import java.util.Optional;

/** What the payment provider says a subscription is; its own words, one for one. */
public enum ContractStatus {
  /** A first payment was tried and did not come. Ends by payment, or expires after 23 hours. */
  INCOMPLETE,
  /** The first payment never came. Final. */
  INCOMPLETE_EXPIRED,
  /** A trial with a payment method behind it. Ends by its first charge. */
  TRIALING,
  /** Paid, or about to be within the hour after a renewal. */
  ACTIVE,
  /** A renewal was not paid and is being tried again. Ends by payment or by giving up. */
  PAST_DUE,
  /** The provider gave up trying and keeps the subscription. Ends by payment or by hand. */
  UNPAID,
  /** Its trial ended without a payment method. Ends by resuming it. */
  PAUSED,
  /** Ended, by whomever. Final. */
  CANCELED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a word of a later version of the provider's API. */
  public static Optional<ContractStatus> parse(String wireName) {
    for (ContractStatus status : values()) {
      if (status.wireName().equals(wireName)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /** Whether it was begun and is not over, whatever it is worth now. */
  public boolean isRunning() {
    return switch (this) {
      case TRIALING, ACTIVE, PAST_DUE, UNPAID, PAUSED -> true;
      case INCOMPLETE, INCOMPLETE_EXPIRED, CANCELED -> false;
    };
  }
}
