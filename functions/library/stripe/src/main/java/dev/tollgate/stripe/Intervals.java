package dev.tollgate.stripe;

import com.stripe.model.Price;
import com.stripe.param.PriceCreateParams.Recurring;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.Optional;

/** How often a price is charged, of the two ways we sell. */
final class Intervals {
  private Intervals() {}

  static Optional<BillingInterval> of(Price price) {
    Price.Recurring recurring = price.getRecurring();
    if (recurring == null) {
      return Optional.empty();
    }
    long count = recurring.getIntervalCount() == null ? 1 : recurring.getIntervalCount();
    return switch (recurring.getInterval() + " x" + count) {
      case "month x1" -> Optional.of(BillingInterval.MONTHLY);
      case "year x1", "month x12" -> Optional.of(BillingInterval.ANNUAL);
      default -> Optional.empty();
    };
  }

  static Recurring.Interval of(BillingInterval interval) {
    return switch (interval) {
      case MONTHLY -> Recurring.Interval.MONTH;
      case ANNUAL -> Recurring.Interval.YEAR;
    };
  }
}
