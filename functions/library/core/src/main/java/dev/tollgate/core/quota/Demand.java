package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;

/**
 * So much more of one meter.
 *
 * @param amount in the meter's unit, above zero
 */
public record Demand(Meter meter, long amount) {
  public Demand {
    if (amount <= 0) {
      throw new IllegalArgumentException("a demand must be above zero");
    }
  }
}
