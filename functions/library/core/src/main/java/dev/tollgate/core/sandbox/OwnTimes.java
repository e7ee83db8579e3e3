package dev.tollgate.core.sandbox;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far each sandbox is ahead, read from the store at most once a second: for so long another
 * instance may still believe what was. Where there are no sandboxes nothing is ever read.
 */
public final class OwnTimes {
  static final Duration FRESH = Duration.ofSeconds(1);

  private final SandboxPolicy policy;
  private final Sandboxes sandboxes;
  private volatile Optional<Reading> last = Optional.empty();

  private record Reading(Map<TenantId, Duration> ahead, Instant at) {
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }

  public OwnTimes(SandboxPolicy policy, Sandboxes sandboxes) {
    this.policy = policy;
    this.sandboxes = sandboxes;
  }

  /**
   * Those that are ahead at all.
   *
   * @param everybodys the deployment's time, by which a reading grows old
   * @throws Unavailable where it is not known and never was
   */
  public Map<TenantId, Duration> ahead(Instant everybodys) {
    if (!policy.knowsAny()) {
      return Map.of();
    }
    Optional<Reading> known = last;
    Reading reading =
        known.filter(each -> each.isFresh(everybodys)).orElseGet(() -> read(everybodys, known));
    last = Optional.of(reading);
    return reading.ahead();
  }

  /** Whoever moved a clock sees it moved at once. */
  void forget() {
    last = Optional.empty();
  }

  /** What was known stays good while nothing can be read: a clock is turned rarely. */
  private Reading read(Instant everybodys, Optional<Reading> known) {
    try {
      Map<TenantId, Duration> ahead = new HashMap<>();
      for (SandboxClock clock : sandboxes.all()) {
        if (!clock.ahead().isZero()) {
          ahead.put(clock.tenant(), clock.ahead());
        }
      }
      return new Reading(Map.copyOf(ahead), everybodys);
    } catch (Unavailable e) {
      return new Reading(known.orElseThrow(() -> e).ahead(), everybodys);
    }
  }
}
