package dev.tollgate.core.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each try that failed: ten tries over three days, as Standard Webhooks
 * suggests. Up to a tenth is added at random, so that what failed together does not come back
 * together.
 */
public final class RetrySchedule {
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final Duration POSTPONED = Duration.ofMinutes(5);

  private final RandomGenerator random;

  public RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param tries that have failed, at least one
   * @return empty where it is time to give up
   */
  Optional<Instant> next(int tries, Instant now) {
    return tries > WAITS.size() ? Optional.empty() : Optional.of(after(WAITS.get(tries - 1), now));
  }

  /** For what was not tried, because its endpoint is down anyhow. */
  Instant postponed(Instant now) {
    return after(POSTPONED, now);
  }

  private Instant after(Duration wait, Instant now) {
    return now.plus(wait).plusMillis(random.nextLong(wait.toMillis() / 10 + 1));
  }
}
