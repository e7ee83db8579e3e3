package dev.tollgate.lambda.runtime;

import dev.tollgate.core.sandbox.OwnTimes;
import dev.tollgate.core.sandbox.SandboxPolicy;
import dev.tollgate.core.sandbox.Sandboxes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Whether the deployment has sandboxes, and what time it is in them. */
@Factory
final class SandboxFactory {
  private static final String SANDBOXES = "SANDBOX_TENANTS";

  @Singleton
  SandboxPolicy policy(Environment environment) {
    return switch (environment.optional(SANDBOXES).orElse("")) {
      case "true" -> SandboxPolicy.ALLOWED;
      case "kept" -> SandboxPolicy.KEPT;
      case "" -> SandboxPolicy.NONE;
      default -> throw new IllegalStateException(SANDBOXES + " is neither true nor kept");
    };
  }

  @Singleton
  OwnTimes times(SandboxPolicy policy, Sandboxes sandboxes) {
    return new OwnTimes(policy, sandboxes);
  }
}
