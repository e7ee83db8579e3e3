package dev.tollgate.quota;

import dev.tollgate.core.quota.Choice;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant goes on with where it has more than it may.
 *
 * @param keep most wanted first; only so many of them count as the limit allows
 * @param limit null is unlimited
 * @param inForce whether there is too much now, so that nothing else can be changed
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ChoiceView(
    String meter, List<String> keep, long used, @Nullable Long limit, boolean inForce) {
  static ChoiceView of(MeterState state, Choice choice) {
    return new ChoiceView(
        state.meter().key(),
        choice.keep(),
        state.used(),
        Wire.number(state.right().limit()),
        state.isReadOnly());
  }
}
