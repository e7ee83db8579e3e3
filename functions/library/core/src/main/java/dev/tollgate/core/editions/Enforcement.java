package dev.tollgate.core.editions;

/**
 * What a meter's limit does. In every case nothing that is there is taken away, and giving some of
 * it back is allowed.
 */
public enum Enforcement {
  /** What would pass the limit is refused. */
  HARD,
  /** Like {@link #HARD}; and once the limit is reached, all that the meter counts is read-only. */
  READ_ONLY_AT_LIMIT,
  /**
   * Like {@link #HARD}; and once the limit is passed, as after a downgrade, all that the meter
   * counts is read-only. At the limit it can still be changed.
   */
  READ_ONLY_OVER_LIMIT,
  /** Nothing is refused; what passes the limit is billed at the meter's unit price. */
  OVERAGE
}
