package dev.tollgate.billing;

import dev.tollgate.core.kernel.Checked;

/**
 * How many seats somebody wants to pay for.
 *
 * @param number 1 to {@value #MOST}
 */
record Seats(int number) {
  /** What the payment provider takes as a quantity, with room for any company. */
  static final int MOST = 1_000_000;

  static Checked<Seats> read(Object json) {
    return json instanceof Long number && number >= 1 && number <= MOST
        ? new Checked.Valid<>(new Seats(number.intValue()))
        : new Checked.Invalid<>("must be a whole number from 1 to " + MOST);
  }
}
