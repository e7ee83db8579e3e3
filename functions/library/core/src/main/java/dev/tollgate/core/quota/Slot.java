package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a meter counts at a moment. */
public sealed interface Slot {
  Meter meter();

  /** Tells the meter's slots apart; the same for everybody who counts at the same time. */
  String window();

  /** When it starts again at zero; empty where nothing is forgotten at one moment. */
  Optional<Instant> resetsAt();

  /** The level of a gauge. */
  record Level(Meter meter) implements Slot {
    @Override
    public String window() {
      return "";
    }

    @Override
    public Optional<Instant> resetsAt() {
      return Optional.empty();
    }
  }

  /**
   * One period of a counter.
   *
   * @param window the period's day, month or first moment. A day keeps its name in every time zone,
   *     so that changing the zone brings nobody a day twice.
   */
  record Within(Meter meter, String window, Instant endsAt) implements Slot {
    @Override
    public Optional<Instant> resetsAt() {
      return Optional.of(endsAt);
    }
  }

  /** The 24 hours that end now, counted by the minute, each minute by its end. */
  record LastDay(Meter meter, Instant now) implements Slot {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MINUTES = Duration.ofDays(1).toMinutes();

    @Override
    public String window() {
      return "24h";
    }

    @Override
    public Optional<Instant> resetsAt() {
      return Optional.empty();
    }

    /** The minute since 1970 at whose end a use of now happened, at the latest. */
    public long minute() {
      return Math.ceilDiv(now.toEpochMilli(), MINUTE.toMillis());
    }

    /** Whether what was used in that minute is over 24 hours ago. */
    public boolean hasForgotten(long minute) {
      return (minute + MINUTES) * MINUTE.toMillis() <= now.toEpochMilli();
    }
  }
}
