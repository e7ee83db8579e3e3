package dev.tollgate.core.sandbox;

import dev.tollgate.core.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of a tenant marked as a sandbox.
 *
 * @param ahead of the deployment's time, never less than it was
 * @param target where it is on its way to, in the tenant's time
 */
public record SandboxClock(TenantId tenant, Duration ahead, Optional<Instant> target) {
  public SandboxClock {
    if (ahead.isNegative()) {
      throw new IllegalArgumentException("a clock behind everybody's");
    }
  }

  /** Of a tenant that was marked just now and still lives by everybody's time. */
  public static SandboxClock unturned(TenantId tenant) {
    return new SandboxClock(tenant, Duration.ZERO, Optional.empty());
  }

  /** Once it was turned the tenant cannot come back: what happened to it lies in the future. */
  public boolean isTurned() {
    return !ahead.isZero() || target.isPresent();
  }

  SandboxClock aimedAt(Instant newTarget) {
    return new SandboxClock(tenant, ahead, Optional.of(newTarget));
  }

  SandboxClock movedBy(Duration farther) {
    return new SandboxClock(tenant, ahead.plus(farther), target);
  }

  SandboxClock arrived() {
    return new SandboxClock(tenant, ahead, Optional.empty());
  }
}
