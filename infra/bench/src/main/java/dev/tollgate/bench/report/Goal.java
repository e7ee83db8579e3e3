package dev.tollgate.bench.report;

import java.util.Locale;

/** What must hold. A missed goal is printed as such and fails no build: machines differ. */
enum Goal {
  /** Cached and cold, against {@code bare} as Lambda starts it. */
  COLD(2.2),
  COLD_WITH_DYNAMO(2.7),
  /** Milliseconds, with the function's own priming. */
  RESTORED(15),
  /** Median of a call, against the floor that does the same work. */
  WARM(1.4),
  /** Median of the last 1,000 calls against that of calls 2,001 to 3,000. */
  FLAT(1.3);

  private final double most;

  Goal(double most) {
    this.most = most;
  }

  String beside(double figure) {
    String text = String.format(Locale.ROOT, "%.2f", figure);
    return figure <= most ? text + " (≤ " + most + ")" : "**" + text + "** (not ≤ " + most + ")";
  }
}
