package dev.tollgate.quota;

import dev.tollgate.core.editions.OverLimit;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a tenant has come on one meter.
 *
 * @param limit null is unlimited
 * @param used in the meter's unit; above the limit where the limit fell below it
 * @param remaining null is unlimited; never below zero
 * @param percentage of the limit, rounded down to a tenth, so that 100 means that nothing is left;
 *     null where it is unlimited
 * @param resetsAt null where nothing is forgotten at one moment
 * @param enforcement hard, read_only_at_limit, read_only_over_limit or overage
 * @param overLimit what becomes of the things that it counts where there are too many of them:
 *     keep_read_only, or choose; null where it counts what is over with its period
 * @param readOnly whether what it counts may only be read and given back now, save what was chosen
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record MeterView(
    String meter,
    @Nullable Long limit,
    long used,
    @Nullable Long remaining,
    @Nullable Double percentage,
    @Nullable String resetsAt,
    String enforcement,
    @Nullable String overLimit,
    boolean readOnly,
    WhyView why) {

  static MeterView of(MeterState state) {
    return new MeterView(
        state.meter().key(),
        Wire.number(state.right().limit()),
        state.used(),
        Wire.number(state.remaining()),
        Wire.percentage(state.used(), state.right().limit()),
        Wire.time(state.slot().resetsAt()),
        state.right().enforcement().name().toLowerCase(Locale.ROOT),
        Wire.text(state.right().policy().overLimit().map(OverLimit::wireName)),
        state.isReadOnly(),
        WhyView.of(state.right().why()));
  }
}
