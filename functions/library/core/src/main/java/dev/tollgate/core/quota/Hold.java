package dev.tollgate.core.quota;

/**
 * So much of one meter that is set aside.
 *
 * @param amount in the meter's unit; zero where less was needed than was set aside
 * @param billed whether what is kept of it is charged for beyond the plan
 */
public record Hold(Slot slot, long amount, boolean billed) {
  public Hold {
    if (amount < 0) {
      throw new IllegalArgumentException("a hold may not be negative");
    }
  }

  Hold with(long kept) {
    return new Hold(slot, kept, billed);
  }
}
