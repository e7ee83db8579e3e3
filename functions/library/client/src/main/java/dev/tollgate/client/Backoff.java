package dev.tollgate.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * How long to wait before the next attempt: what {@code Retry-After} says and up to a tenth more,
 * else 100 ms, doubled each time up to 3.2 s, and of that between half and all. Chance keeps
 * callers that failed together from coming back together.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final int MOST_DOUBLINGS = 5;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param retries that were made already
   * @param asked the answer's wish, at least which is waited
   */
  Duration pause(int retries, Optional<Duration> asked) {
    if (asked.isPresent()) {
      long millis = asked.get().toMillis();
      return Duration.ofMillis(millis + random.nextLong(Math.max(1, millis / 10)));
    }
    long most = FIRST.multipliedBy(1L << Math.min(retries, MOST_DOUBLINGS)).toMillis();
    return Duration.ofMillis(most - random.nextLong(most / 2));
  }

  /** Seconds or an HTTP date (RFC 9110, 10.2.3); empty for what is neither, or is past. */
  static Optional<Duration> read(String retryAfter, Instant now) {
    String text = retryAfter.strip();
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, at)).filter(Duration::isPositive);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
