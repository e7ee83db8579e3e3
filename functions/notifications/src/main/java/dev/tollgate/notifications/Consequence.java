package dev.tollgate.notifications;

import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.MeterUnit;
import dev.tollgate.core.kernel.Money;

/** What happens at a meter's limit, in sentences that hold before it and at it. */
final class Consequence {
  private Consequence() {}

  /**
   * @param currency of the meter's unit price
   */
  static Shown of(MeterPolicy policy, String currency) {
    Shown refusal = Shown.Said.of(refusal(policy.kind()));
    return switch (policy.enforcement()) {
      case HARD -> refusal;
      case READ_ONLY_AT_LIMIT -> Shown.Said.of(Phrase.READ_ONLY_AT_LIMIT, "refusal", refusal);
      case READ_ONLY_OVER_LIMIT -> Shown.Said.of(Phrase.READ_ONLY_OVER_LIMIT, "refusal", refusal);
      case OVERAGE ->
          Shown.Said.of(
              policy.unit() == MeterUnit.BYTES ? Phrase.OVERAGE_BYTES : Phrase.OVERAGE,
              "amount",
              new Shown.Amount(new Money(policy.unitPriceCents().orElseThrow(), currency)));
    };
  }

  /** Says what lets more in again while the plan stays the same. */
  private static Phrase refusal(MeterKind kind) {
    return switch (kind) {
      case MeterKind.Gauge() -> Phrase.REFUSED_UNTIL_ROOM;
      case MeterKind.Counter counter ->
          switch (counter.period()) {
            case DAY -> Phrase.REFUSED_UNTIL_NEXT_DAY;
            case MONTH -> Phrase.REFUSED_UNTIL_NEXT_MONTH;
            case BILLING_MONTH -> Phrase.REFUSED_UNTIL_NEXT_PLAN_MONTH;
            case ROLLING_24_HOURS -> Phrase.REFUSED_UNTIL_24_HOURS_OLD;
          };
    };
  }
}
