package dev.tollgate.notifications;

import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.MeterUnit;
import dev.tollgate.core.kernel.Money;

/** What happens at a meter's limit, in sentences that hold before it and at it. */
final class Consequence {
  private static final String READ_ONLY = "what is there can be read and removed, but not changed.";

  private Consequence() {}

  /**
   * @param currency of the meter's unit price
   */
  static String of(MeterPolicy policy, String currency) {
    return switch (policy.enforcement()) {
      case HARD -> refusal(policy);
      case READ_ONLY_AT_LIMIT -> refusal(policy) + " Meanwhile, " + READ_ONLY;
      case READ_ONLY_OVER_LIMIT ->
          refusal(policy) + " Over it, as after a change to a smaller plan, " + READ_ONLY;
      case OVERAGE ->
          "Nothing is refused: each %s over the limit is billed at %s."
              .formatted(
                  policy.unit() == MeterUnit.BYTES ? "byte" : "one",
                  ShownMoney.of(new Money(policy.unitPriceCents().orElseThrow(), currency)));
    };
  }

  private static String refusal(MeterPolicy policy) {
    return "At the limit, more is refused until " + end(policy.kind()) + ".";
  }

  /** What lets more in again while the plan stays the same. */
  private static String end(MeterKind kind) {
    return switch (kind) {
      case MeterKind.Gauge() -> "you make room";
      case MeterKind.Counter counter ->
          switch (counter.period()) {
            case DAY -> "the next day begins";
            case MONTH -> "the next month begins";
            case BILLING_MONTH -> "the next month of your plan begins";
            case ROLLING_24_HOURS -> "what was used is 24 hours old";
          };
    };
  }
}
