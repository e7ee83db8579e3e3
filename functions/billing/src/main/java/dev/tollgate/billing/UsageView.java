package dev.tollgate.billing;

import dev.tollgate.core.editions.Limit;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant uses.
 *
 * @param meters every meter of the edition, by key
 * @param trialDaysRemaining null outside a trial
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record UsageView(Map<String, MeterView> meters, @Nullable Long trialDaysRemaining) {

  static UsageView of(List<ReadingUsage.Level> levels, ReadingState.State state) {
    Map<String, MeterView> meters = new LinkedHashMap<>();
    levels.forEach(level -> meters.put(level.meter().key(), MeterView.of(level)));
    return new UsageView(meters, Wire.number(state.billing().trialDaysRemaining()));
  }

  /**
   * One meter.
   *
   * @param limit null is unlimited
   * @param percentage of the limit, rounded down to a tenth, so that 100 means that nothing is
   *     left; null where it is unlimited
   * @param resetsAt null where nothing is forgotten at one moment
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record MeterView(
      long used, @Nullable Long limit, @Nullable Double percentage, @Nullable String resetsAt) {

    static MeterView of(ReadingUsage.Level level) {
      return new MeterView(
          level.used(),
          Wire.number(level.limit()),
          percentage(level.used(), level.limit()),
          Wire.time(level.resetsAt()));
    }

    private static @Nullable Double percentage(long used, Limit limit) {
      return switch (limit) {
        case Limit.Unlimited _ -> null;
        case Limit.AtMost(long most) when most == 0 -> Double.valueOf(100);
        case Limit.AtMost(long most) -> Double.valueOf(Math.floor(used * 1000.0 / most) / 10);
      };
    }
  }
}
