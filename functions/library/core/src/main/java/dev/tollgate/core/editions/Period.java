package dev.tollgate.core.editions;

/** After what time a counter restarts. */
public enum Period {
  /** A calendar day in the tenant's time zone. */
  DAY,
  /** A calendar month in the tenant's time zone. */
  MONTH,
  /**
   * A month of the tenant's billing: from the moment that its paid period, its trial or its plan
   * began to the same day of the next month.
   */
  BILLING_MONTH,
  /** The 24 hours that end now: each use is forgotten 24 hours after it. */
  ROLLING_24_HOURS
}
