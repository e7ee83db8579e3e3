package dev.tollgate.admin;

import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.sandbox.MarkingSandbox;
import dev.tollgate.core.sandbox.SandboxPolicy;
import dev.tollgate.core.sandbox.Sandboxes;
import dev.tollgate.core.sandbox.Turn;
import dev.tollgate.core.sandbox.TurningClock;
import dev.tollgate.lambda.http.FieldReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Sandboxes and their clocks. */
@Factory
final class SandboxFactory {
  @Singleton
  MarkingSandbox marking(
      SandboxPolicy policy,
      Sandboxes sandboxes,
      Members members,
      ProviderClocks clocks,
      Time time,
      Ids ids) {
    return new MarkingSandbox(policy, sandboxes, members, clocks, time, ids);
  }

  @Singleton
  TurningClock turning(
      SandboxPolicy policy,
      Sandboxes sandboxes,
      Members members,
      ProviderClocks clocks,
      Time time,
      Ids ids) {
    return new TurningClock(policy, sandboxes, members, clocks, time, ids);
  }

  @Singleton
  FieldReader<Turn.By> advance() {
    return FieldReader.ofText(Turn.By.class, Turn.By::parse);
  }

  @Singleton
  FieldReader<Turn.To> to() {
    return FieldReader.ofText(Turn.To.class, Turn.To::parse);
  }
}
