package dev.tollgate.core.subscriptions;

import java.util.Locale;
import java.util.Optional;

/** How often a subscription is charged for. */
public enum BillingInterval {
  MONTHLY,
  ANNUAL;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BillingInterval> parse(String wireName) {
    for (BillingInterval interval : values()) {
      if (interval.wireName().equals(wireName)) {
        return Optional.of(interval);
      }
    }
    return Optional.empty();
  }
}
