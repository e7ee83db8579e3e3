package dev.tollgate.core.sandbox;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import java.util.Optional;

/**
 * The platform owner says which tenants are there to be tried out. A tenant whose clock was turned
 * stays one for good.
 */
public final class MarkingSandbox {
  private final SandboxPolicy policy;
  private final Sandboxes sandboxes;
  private final Members members;
  private final ProviderClocks clocks;
  private final Time time;
  private final Ids ids;

  public MarkingSandbox(
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

  /** Marking a tenant that is marked changes nothing. */
  public Outcome mark(TenantId tenant, Member by, Client client) {
    if (!policy.permits(clocks)) {
      return new SwitchedOff();
    }
    Optional<Tenancy> tenancy = members.findTenancy(tenant);
    if (tenancy.isEmpty()) {
      return new Unknown();
    }
    if (by.account().id().equals(tenant) || isThePlatforms(tenancy.get())) {
      return new OfThePlatform();
    }
    Optional<SandboxClock> there = sandboxes.find(tenant);
    if (there.isPresent()) {
      return new Marked(there.get());
    }
    AuditEntry entry = entry(AuditAction.SANDBOX_MARKED, tenant, by, client);
    return sandboxes.mark(tenant, entry)
        ? new Marked(SandboxClock.unturned(tenant))
        : new Marked(sandboxes.find(tenant).orElse(SandboxClock.unturned(tenant)));
  }

  /** Also where sandboxes are not allowed any more. */
  public Outcome unmark(TenantId tenant, Member by, Client client) {
    if (members.findTenancy(tenant).isEmpty()) {
      return new Unknown();
    }
    Optional<SandboxClock> there = sandboxes.find(tenant);
    if (there.isEmpty()) {
      return new NotASandbox();
    }
    if (there.get().isTurned()) {
      return new Turned();
    }
    AuditEntry entry = entry(AuditAction.SANDBOX_UNMARKED, tenant, by, client);
    return sandboxes.unmark(there.get(), entry)
        ? new Unmarked()
        : new Turned(); // meanwhile: only that moves a clock
  }

  private boolean isThePlatforms(Tenancy tenancy) {
    return members
        .find(tenancy.account().id(), tenancy.account().owner())
        .filter(owner -> owner.user().role() == Role.PLATFORM_ADMIN)
        .isPresent();
  }

  private AuditEntry entry(AuditAction action, TenantId tenant, Member by, Client client) {
    return AuditEntry.of(action, tenant, by.user().id(), client, time.now(tenant), ids);
  }

  /** What the platform owner hears. */
  public sealed interface Outcome {}

  public record Marked(SandboxClock clock) implements Outcome {}

  public record Unmarked() implements Outcome {}

  public record Unknown() implements Outcome {}

  public record NotASandbox() implements Outcome {}

  /** Its clock was turned, so it cannot go back to everybody's time. */
  public record Turned() implements Outcome {}

  /** Whoever runs the deployment lives by its time. */
  public record OfThePlatform() implements Outcome {}

  /** The deployment allows no sandboxes, or real money moves in it. */
  public record SwitchedOff() implements Outcome {}
}
