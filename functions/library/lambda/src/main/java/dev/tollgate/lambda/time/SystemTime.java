package dev.tollgate.lambda.time;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.runtime.Environment;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The wall clock, to the millisecond. On the local stack alone it is offset by what the system
 * properties {@code tollgate.clock.offset} and {@code tollgate.clock.offset.<tenant>} say, ISO 8601
 * durations that the stack sets while functions run.
 */
@Singleton
final class SystemTime implements Time {
  private static final String OFFSET = "tollgate.clock.offset";

  private final boolean turnable;

  SystemTime(Environment environment) {
    this.turnable = environment.isLocal();
  }

  @Override
  public Instant now() {
    return milliseconds(Instant.now().plus(offset(OFFSET)));
  }

  @Override
  public Instant now(TenantId tenant) {
    return milliseconds(now().plus(offset(OFFSET + "." + tenant.value())));
  }

  /** As exact as times are stored, so that an answer says what the next one will. */
  private static Instant milliseconds(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  private Duration offset(String property) {
    String offset = turnable ? System.getProperty(property, "") : "";
    return offset.isEmpty() ? Duration.ZERO : Duration.parse(offset);
  }
}
