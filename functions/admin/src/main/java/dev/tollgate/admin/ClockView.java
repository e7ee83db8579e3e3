package dev.tollgate.admin;

import dev.tollgate.core.sandbox.TurningClock;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's clock.
 *
 * @param now the tenant's time
 * @param target where it is going; null where it is there
 */
@Serdeable.Serializable
record ClockView(Instant now, @Nullable Instant target) {
  static ClockView of(TurningClock.Is clock) {
    return new ClockView(clock.now(), clock.target().orElse(null));
  }
}
