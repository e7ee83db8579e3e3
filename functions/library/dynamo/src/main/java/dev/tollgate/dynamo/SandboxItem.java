package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of a sandbox. All of them stand in one partition, which every instance reads once a
 * second where there are any: there are few.
 */
final class SandboxItem {
  static final String PARTITION = "SANDBOX";

  /** No target is stored as this, so that a condition can name what was seen. */
  private static final String NOWHERE = "none";

  private SandboxItem() {}

  record SandboxKey(TenantId tenant) implements Key {
    @Override
    public String partition() {
      return PARTITION;
    }

    @Override
    public String sort() {
      return tenant.value();
    }
  }

  static Action mark(SandboxClock clock) {
    return Action.put(
            new Row.Writer(new SandboxKey(clock.tenant()))
                .text("tenant", clock.tenant().value())
                .number("ahead_ms", clock.ahead().toMillis())
                .text("target", target(clock)))
        .ifAbsent();
  }

  static Action unmark(SandboxClock seen) {
    return ifAsSeen(Action.delete(new SandboxKey(seen.tenant())), seen);
  }

  static Action move(SandboxClock seen, SandboxClock next) {
    return ifAsSeen(
        Action.update(
                new SandboxKey(seen.tenant()), "SET ahead_ms = :next_ahead, target = :next_target")
            .with(":next_ahead", next.ahead().toMillis())
            .with(":next_target", target(next)),
        seen);
  }

  private static Action ifAsSeen(Action action, SandboxClock seen) {
    return action
        .when("ahead_ms = :ahead AND target = :target")
        .with(":ahead", seen.ahead().toMillis())
        .with(":target", target(seen));
  }

  private static String target(SandboxClock clock) {
    return clock.target().map(Row::write).orElse(NOWHERE);
  }

  static SandboxClock read(Row row) {
    return new SandboxClock(
        new TenantId(row.text("tenant")),
        Duration.ofMillis(row.longNumber("ahead_ms")),
        row.optionalText("target").filter(text -> !text.equals(NOWHERE)).map(Instant::parse));
  }
}
