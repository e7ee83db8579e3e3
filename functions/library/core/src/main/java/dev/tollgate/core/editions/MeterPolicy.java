package dev.tollgate.core.editions;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one edition counts one meter.
 *
 * @param displayName in the words of a sentence about quota, such as "e-mails"
 * @param unitPriceCents what one of it is worth in minor units of the edition's currency, tracked
 *     even where it is included in the plan; empty where the meter has no price
 * @param overLimit present exactly where it is a gauge: what a counter counted is over with its
 *     period
 */
public record MeterPolicy(
    Meter meter,
    String displayName,
    MeterKind kind,
    MeterUnit unit,
    Enforcement enforcement,
    OptionalLong unitPriceCents,
    Optional<OverLimit> overLimit) {
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
    if (overLimit.isPresent() != (kind instanceof MeterKind.Gauge)) {
      throw new IllegalArgumentException("what is over a limit stays with a gauge alone");
    }
  }

  /** One whose things, where they are too many, all stay as they are. */
  public MeterPolicy(
      Meter meter,
      String displayName,
      MeterKind kind,
      MeterUnit unit,
      Enforcement enforcement,
      OptionalLong unitPriceCents) {
    this(meter, displayName, kind, unit, enforcement, unitPriceCents, kept(kind));
  }

  private static Optional<OverLimit> kept(MeterKind kind) {
    return kind instanceof MeterKind.Gauge
        ? Optional.of(OverLimit.KEEP_READ_ONLY)
        : Optional.empty();
  }

  /** Whether the tenant says what stays usable. */
  public boolean isChosen() {
    return overLimit.filter(OverLimit.CHOOSE::equals).isPresent();
  }
}
