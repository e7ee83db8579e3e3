package dev.tollgate.core.editions;

import java.time.Duration;

/**
 * So many attempts in so long.
 *
 * @param limit attempts that are allowed; the one after them is refused
 */
public record RateRule(int limit, Duration window) {
  public RateRule {
    if (limit <= 0) {
      throw new IllegalArgumentException("a rate limit must allow something");
    }
    Lengths.requirePositive("window", window);
  }
}
