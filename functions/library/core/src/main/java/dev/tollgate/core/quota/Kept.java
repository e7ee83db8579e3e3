package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import java.util.Map;

/** What of a reservation was used and is kept. */
public sealed interface Kept {
  /** All of it. */
  record Everything() implements Kept {}

  /** So much of its only meter. */
  record Amount(long amount) implements Kept {}

  /** So much of each; all of a meter that is not named. */
  record Amounts(Map<Meter, Long> byMeter) implements Kept {
    public Amounts {
      byMeter = Map.copyOf(byMeter);
    }
  }
}
