package dev.tollgate.core.limits;

import java.time.Duration;

/**
 * A rate limit refused.
 *
 * @param retryAfter how long until the window is over; at least a second
 */
public record TooManyAttempts(Duration retryAfter) {
  public TooManyAttempts {
    if (retryAfter.compareTo(Duration.ofSeconds(1)) < 0) {
      retryAfter = Duration.ofSeconds(1);
    }
  }
}
