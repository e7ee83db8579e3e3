package dev.tollgate.core.editions;

import java.util.OptionalLong;

/**
 * How one edition counts one meter.
 *
 * @param displayName in the words of a sentence about quota, such as "e-mails"
 * @param unitPriceCents what one of it is worth in minor units of the edition's currency, tracked
 *     even where it is included in the plan; empty where the meter has no price
 */
public record MeterPolicy(
    Meter meter,
    String displayName,
    MeterKind kind,
    MeterUnit unit,
    Enforcement enforcement,
    OptionalLong unitPriceCents) {
  public MeterPolicy {
    if (unitPriceCents.isPresent() && unitPriceCents.getAsLong() <= 0) {
      throw new IllegalArgumentException("a unit price must be above zero");
    }
    if (enforcement == Enforcement.OVERAGE && unitPriceCents.isEmpty()) {
      throw new IllegalArgumentException("overage needs a unit price");
    }
    if (enforcement == Enforcement.OVERAGE && kind instanceof MeterKind.Gauge) {
      throw new IllegalArgumentException("overage needs a counter, a gauge has no period to bill");
    }
  }
}
