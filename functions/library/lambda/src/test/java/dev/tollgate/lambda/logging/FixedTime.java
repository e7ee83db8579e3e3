package dev.tollgate.lambda.logging;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import java.time.Instant;

/** A clock that stands. */
public record FixedTime(Instant instant) implements Time {
  @Override
  public Instant now() {
    return instant;
  }

  @Override
  public Instant now(TenantId tenant) {
    return instant;
  }
}
