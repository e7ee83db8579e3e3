package dev.tollgate.core.editions;

import java.util.OptionalLong;

/** What a plan costs, in minor units of the edition's currency. */
public sealed interface Price {
  record Free() implements Price {}

  /**
   * Paid by the month, or by the year where there is an annual price.
   *
   * @param monthlyCents for one month, above zero
   * @param annualCents for a whole year, above zero; empty where the plan is not sold by the year
   * @param perSeat whether the price is that of one seat rather than of the whole tenant
   */
  record Monthly(long monthlyCents, OptionalLong annualCents, boolean perSeat) implements Price {
    public Monthly {
      if (monthlyCents <= 0 || annualCents.orElse(1) <= 0) {
        throw new IllegalArgumentException("a price must be above zero; the word is 'free'");
      }
    }
  }

  /** Agreed between people: no price is shown and nobody can check out by themselves. */
  record ByAgreement() implements Price {}
}
