package dev.tollgate.core.entitlements;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What changes a right by itself, if nobody does anything.
 *
 * @param plan the one that counts then, where that is known
 */
public record Next(Instant at, Change change, Optional<String> plan) {

  /** What happens at that time. */
  public enum Change {
    /** The plan's own value counts again. */
    OVERRIDE_ENDS,
    /** Another plan counts. */
    PLAN_CHANGES,
    /** Nothing works until somebody picks a plan. */
    ACCESS_ENDS,
    /** The trial is over and the first payment is taken. */
    PAYMENT_DUE,
    /** The subscription was canceled to that day. */
    SUBSCRIPTION_ENDS;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
