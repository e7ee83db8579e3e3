package dev.tollgate.core.usage;

import dev.tollgate.core.editions.Meter;
import java.time.Instant;

/** The payment provider's own count of what it is to bill. */
public interface MeterReports {
  /**
   * Reports a use under its id; the provider counts an id once.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether it was taken
   */
  Outcome report(String customer, Usage usage);

  /** What it has counted; whole minutes, and some minutes behind. */
  long sum(String customer, Meter meter, Instant from, Instant until);

  /** How a report went. */
  sealed interface Outcome {
    /** Counted now or before. */
    record Taken() implements Outcome {}

    /** It will never be taken; a person must look. */
    record Refused(String reason) implements Outcome {}
  }
}
