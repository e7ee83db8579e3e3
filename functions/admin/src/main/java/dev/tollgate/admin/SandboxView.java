package dev.tollgate.admin;

import dev.tollgate.core.sandbox.SandboxClock;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A tenant that is there to be tried out.
 *
 * @param turned whether its clock was turned, after which it stays a sandbox for good
 */
@Serdeable.Serializable
record SandboxView(String id, boolean turned) {
  static SandboxView of(SandboxClock clock) {
    return new SandboxView(clock.tenant().value(), clock.isTurned());
  }
}
