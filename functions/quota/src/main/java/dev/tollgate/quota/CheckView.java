package dev.tollgate.quota;

import dev.tollgate.core.quota.MeterState;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Whether so much more would be taken now.
 *
 * @param limit null is unlimited
 * @param remaining null is unlimited
 * @param readOnly whether what the meter counts may only be read and given back now
 * @param resetsAt null where nothing is forgotten at one moment
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record CheckView(
    boolean allowed,
    long used,
    @Nullable Long limit,
    @Nullable Long remaining,
    boolean readOnly,
    @Nullable String resetsAt) {

  static CheckView of(MeterState state, boolean allowed) {
    return new CheckView(
        allowed,
        state.used(),
        Wire.number(state.right().limit()),
        Wire.number(state.remaining()),
        state.isReadOnly(),
        Wire.time(state.slot().resetsAt()));
  }
}
