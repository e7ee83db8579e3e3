package dev.tollgate.billing;

import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.subscriptions.BillingState;
import dev.tollgate.lambda.views.Wire;
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

  static UsageView of(List<MeterState> states, BillingState billing) {
    Map<String, MeterView> meters = new LinkedHashMap<>();
    states.forEach(state -> meters.put(state.meter().key(), MeterView.of(state)));
    return new UsageView(meters, Wire.number(billing.trialDaysRemaining()));
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

    static MeterView of(MeterState state) {
      return new MeterView(
          state.used(),
          Wire.number(state.right().limit()),
          Wire.percentage(state.used(), state.right().limit()),
          Wire.time(state.slot().resetsAt()));
    }
  }
}
