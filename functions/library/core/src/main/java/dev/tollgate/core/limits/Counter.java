package dev.tollgate.core.limits;

import java.time.Duration;
import java.util.Optional;

/** An attempt, and what was counted before it when somebody looked. */
public record Counter(Attempt attempt, Optional<Window> before) {

  /** Present where the window is still open and full. */
  public Optional<TooManyAttempts> refusal() {
    return open()
        .filter(window -> window.hits() >= attempt.rule().limit())
        .map(
            window ->
                new TooManyAttempts(
                    Duration.between(attempt.at(), attempt.windowEnd(window.opened()))));
  }

  /** The window that the attempt falls into, unless it opens a new one. */
  public Optional<Window> open() {
    return before.filter(window -> attempt.at().isBefore(attempt.windowEnd(window.opened())));
  }

  /** Nothing known: as it is with most callers, taken for a first attempt. */
  public static Counter unknown(Attempt attempt) {
    return new Counter(attempt, Optional.empty());
  }
}
