package dev.tollgate.core.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What came of a wish to make one call. */
public sealed interface Taking {
  /** How the counters are that were asked, in their order. */
  List<Left> left();

  /** It may be made, and is counted. */
  record Taken(List<Left> left) implements Taking {
    public Taken {
      left = List.copyOf(left);
    }
  }

  /**
   * It may not be made, and is not counted.
   *
   * @param full the counters without room, at least one
   */
  record Refused(List<Full> full, List<Left> left) implements Taking {
    public Refused {
      full = List.copyOf(full);
      left = List.copyOf(left);
    }

    /** Until the last of the full counters is over; at least a second. */
    public Duration wait(Instant now) {
      Instant end =
          full.stream()
              .map(each -> each.counter().endsAt())
              .max(Comparator.naturalOrder())
              .orElse(now);
      Duration wait = Duration.between(now, end);
      return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }
  }

  /**
   * @param calls that this instance can still hand out without asking anybody
   */
  record Left(CallCounter counter, long calls) {}

  /**
   * @param used how far the counter was when it was asked last
   */
  record Full(CallCounter counter, long used) {}
}
