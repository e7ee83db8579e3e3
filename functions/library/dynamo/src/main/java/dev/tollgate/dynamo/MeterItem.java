package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import java.util.Optional;

/** The level of a gauge. */
final class MeterItem {
  static final String PREFIX = "METER#";

  private MeterItem() {}

  /** Empty where the item is part of a meter, such as one period of a counter. */
  static Optional<Meter> gauge(Row row) {
    String key = row.text("sk").substring(PREFIX.length());
    return key.contains("#") ? Optional.empty() : Optional.of(new Meter(key));
  }
}
