package dev.tollgate.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Violation;
import java.util.Optional;

/** What is asked of every meter and amount that a request names. */
final class Amounts {
  /** A petabyte, and room for sums of it in a long. */
  static final long MOST = 1_000_000_000_000_000L;

  private Amounts() {}

  static Optional<Violation> meter(Edition edition, String field, String key) {
    return edition.findMeter(key).isPresent()
        ? Optional.empty()
        : Optional.of(new Violation(field, "is not a meter of this product"));
  }

  static Optional<Violation> amount(String field, long amount, long least) {
    return amount >= least && amount <= MOST
        ? Optional.empty()
        : Optional.of(new Violation(field, "must be a whole number from " + least + " to " + MOST));
  }
}
