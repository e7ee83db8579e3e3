package dev.tollgate.lambda.time;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.sandbox.OwnTimes;
import dev.tollgate.core.sandbox.SandboxPolicy;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * The wall clock, to the millisecond, and for a sandbox what its clock is ahead of it. On the local
 * stack alone it is offset by what the system properties {@code tollgate.clock.offset} and {@code
 * tollgate.clock.offset.<tenant>} say, ISO 8601 durations that the stack sets while functions run.
 */
@Singleton
final class SystemTime implements Time {
  private static final String OFFSET = "tollgate.clock.offset";

  private final boolean turnable;
  private final boolean sandboxes;
  private final BeanProvider<OwnTimes> times;

  /**
   * @param times asked only where there are sandboxes: it needs the table, which time does not
   */
  SystemTime(Environment environment, SandboxPolicy policy, BeanProvider<OwnTimes> times) {
    this.turnable = environment.isLocal();
    this.sandboxes = policy.knowsAny();
    this.times = times;
  }

  @Override
  public Instant now() {
    return milliseconds(Instant.now().plus(offset(OFFSET)));
  }

  @Override
  public Instant now(TenantId tenant) {
    Duration ahead = offset(OFFSET + "." + tenant.value());
    return milliseconds(now().plus(ahead).plus(own().getOrDefault(tenant, Duration.ZERO)));
  }

  @Override
  public Map<TenantId, Duration> ahead() {
    if (!turnable) {
      return own();
    }
    Map<TenantId, Duration> ahead = new HashMap<>(own());
    for (String property : System.getProperties().stringPropertyNames()) {
      if (property.startsWith(OFFSET + ".")) {
        ahead.merge(
            new TenantId(property.substring(OFFSET.length() + 1)),
            offset(property),
            Duration::plus);
      }
    }
    return ahead;
  }

  private Map<TenantId, Duration> own() {
    return sandboxes ? times.get().ahead(now()) : Map.of();
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
