package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** When a subscription is to end by itself. */
public sealed interface CancelAt {
  /** At a moment, in seconds. */
  record Moment(long seconds) implements CancelAt {}

  /** When the item that is billed next comes to its period's end. */
  record MinPeriodEnd() implements CancelAt {}

  /** When the last of the items' current periods ends. */
  record MaxPeriodEnd() implements CancelAt {}

  /** The last moment that is paid for; without schedules the same as {@link MaxPeriodEnd}. */
  record MaxBilledUntil() implements CancelAt {}

  static CancelAt of(String text) {
    return switch (text) {
      case "min_period_end" -> new MinPeriodEnd();
      case "max_period_end" -> new MaxPeriodEnd();
      case "max_billed_until" -> new MaxBilledUntil();
      default -> new Moment(Long.parseLong(text));
    };
  }

  /** The moment it means for a subscription as it is now. */
  default long of(ObjectNode subscription) {
    return switch (this) {
      case Moment(long seconds) -> seconds;
      case MinPeriodEnd() -> Items.firstPeriodEnd(subscription);
      case MaxPeriodEnd(), MaxBilledUntil() -> Items.lastPeriodEnd(subscription);
    };
  }
}
