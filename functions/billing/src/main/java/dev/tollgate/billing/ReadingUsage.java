package dev.tollgate.billing;

import dev.tollgate.core.billing.UsageLevels;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Period;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a tenant has come on each meter of the edition. */
final class ReadingUsage {
  private final Edition edition;
  private final UsageLevels levels;

  ReadingUsage(Edition edition, UsageLevels levels) {
    this.edition = edition;
    this.levels = levels;
  }

  /**
   * @param resetsAt when a counter starts again at zero; empty for a level, and for a window that
   *     moves with the clock
   */
  record Level(Meter meter, long used, Limit limit, Optional<Instant> resetsAt) {}

  List<Level> of(Enrollment enrollment, ReadingState.State state) {
    Map<Meter, Long> used = levels.of(enrollment.tenant(), state.now());
    return edition.meters().stream()
        .map(
            policy ->
                new Level(
                    policy.meter(),
                    used.getOrDefault(policy.meter(), 0L),
                    limit(policy.meter(), state),
                    reset(policy, state.now())))
        .toList();
  }

  /** People are limited by the seats that are paid for, where the price is a seat's. */
  private static Limit limit(Meter meter, ReadingState.State state) {
    if (!meter.equals(Meter.USERS)) {
      return state.plan().limit(meter);
    }
    return state.billing().seatLimit().isPresent()
        ? new Limit.AtMost(state.billing().seatLimit().getAsLong())
        : new Limit.Unlimited();
  }

  private static Optional<Instant> reset(MeterPolicy policy, Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return switch (policy.kind()) {
      case MeterKind.Gauge _ -> Optional.empty();
      case MeterKind.Counter(Period period) ->
          switch (period) {
            case DAY -> Optional.of(start(today.plusDays(1)));
            case MONTH -> Optional.of(start(today.withDayOfMonth(1).plusMonths(1)));
            case ROLLING_24_HOURS -> Optional.empty();
          };
    };
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
