package dev.tollgate.core.sandbox;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The platform owner says where a sandbox's clock shall go. It goes there by itself, and everything
 * that falls due on the way happens in its order.
 */
public final class TurningClock {
  /** Farther is a mistake in the request. */
  private static final Duration FARTHEST = Duration.ofDays(3660);

  private static final int TRIES = 5;

  private final SandboxPolicy policy;
  private final Sandboxes sandboxes;
  private final Members members;
  private final ProviderClocks clocks;
  private final Time time;
  private final Ids ids;

  public TurningClock(
      SandboxPolicy policy,
      Sandboxes sandboxes,
      Members members,
      ProviderClocks clocks,
      Time time,
      Ids ids) {
    this.policy = policy;
    this.sandboxes = sandboxes;
    this.members = members;
    this.clocks = clocks;
    this.time = time;
    this.ids = ids;
  }

  /** Where a tenant's clock is, and where it is going; anybody's may be looked at. */
  public Outcome show(TenantId tenant) {
    if (members.findTenancy(tenant).isEmpty()) {
      return new Unknown();
    }
    Optional<Instant> target =
        policy.knowsAny() ? sandboxes.find(tenant).flatMap(SandboxClock::target) : Optional.empty();
    return new Is(time.now(tenant), target);
  }

  /** A clock that is under way gets the new target. */
  public Outcome turn(TenantId tenant, Turn turn, Member by, Client client) {
    if (!policy.permits(clocks)) {
      return new SwitchedOff();
    }
    if (members.findTenancy(tenant).isEmpty()) {
      return new Unknown();
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<SandboxClock> clock = sandboxes.find(tenant);
      if (clock.isEmpty()) {
        return new NotASandbox();
      }
      Instant now = time.now(tenant);
      Optional<Instant> target = turn.from(now);
      if (target.isEmpty() || target.get().isAfter(now.plus(FARTHEST))) {
        return new TooFar();
      }
      if (target.get().isBefore(now)) {
        return new Backwards();
      }
      AuditEntry entry =
          AuditEntry.of(AuditAction.CLOCK_TURNED, tenant, by.user().id(), client, now, ids)
              .with("to " + target.get());
      if (sandboxes.aim(clock.get(), clock.get().aimedAt(target.get()), entry)) {
        return new Is(now, target);
      }
    }
    throw new Unavailable("the clock kept moving");
  }

  /** What the platform owner hears. */
  public sealed interface Outcome {}

  /**
   * @param now the tenant's time
   * @param target where it is going; empty where it is there
   */
  public record Is(Instant now, Optional<Instant> target) implements Outcome {}

  public record Unknown() implements Outcome {}

  public record NotASandbox() implements Outcome {}

  public record SwitchedOff() implements Outcome {}

  /** No clock runs backwards. */
  public record Backwards() implements Outcome {}

  /** More than ten years. */
  public record TooFar() implements Outcome {}
}
