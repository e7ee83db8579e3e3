package dev.tollgate.core.editions;

/** After what time a counter restarts. */
public enum Period {
  /** A calendar day in UTC. */
  DAY,
  /** A calendar month in UTC. */
  MONTH,
  /** The 24 hours that end now: each use is forgotten 24 hours after it. */
  ROLLING_24_HOURS
}
