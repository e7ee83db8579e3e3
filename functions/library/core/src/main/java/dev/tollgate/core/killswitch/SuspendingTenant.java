package dev.tollgate.core.killswitch;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.KillSwitchPolicy;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stops a tenant everywhere. Whoever runs the deployment is never stopped: there would be nobody
 * left to end it.
 */
public final class SuspendingTenant {
  private final KillSwitchPolicy policy;
  private final Members members;
  private final Standings standings;
  private final Time time;
  private final Ids ids;

  public SuspendingTenant(
      KillSwitchPolicy policy, Members members, Standings standings, Time time, Ids ids) {
    this.policy = policy;
    this.members = members;
    this.standings = standings;
    this.time = time;
    this.ids = ids;
  }

  /**
   * What a person of the platform wants.
   *
   * @param cause one that a person may give
   */
  public record Wish(SuspensionCause cause, SuspensionReason reason) {
    public Wish {
      if (cause != SuspensionCause.ADMINISTRATOR && cause != SuspensionCause.TERMS_OF_SERVICE) {
        throw new IllegalArgumentException(cause + " is for triggers");
      }
    }
  }

  public Outcome suspend(TenantId tenant, Wish wish, Member by, Client client) {
    boolean isOn =
        wish.cause() == SuspensionCause.TERMS_OF_SERVICE
            ? policy.termsOfService()
            : policy.administrator();
    if (!isOn) {
      return new SwitchedOff();
    }
    if (by.account().id().equals(tenant)) {
      return new OfThePlatform();
    }
    return members
        .findTenancy(tenant)
        .map(
            tenancy ->
                suspend(
                    tenancy,
                    wish.cause(),
                    wish.reason(),
                    new Grounds.Decision(),
                    Author.of(by, client)))
        .orElseGet(Unknown::new);
  }

  /** Over an invoice whose payment ends it again. */
  public Outcome suspendOver(Grounds.Owed owed, TenantId tenant, SuspensionReason reason) {
    return suspend(tenant, SuspensionCause.FAILED_PAYMENTS, reason, owed);
  }

  /** By a trigger. */
  Outcome suspend(
      TenantId tenant, SuspensionCause cause, SuspensionReason reason, Grounds grounds) {
    return members
        .findTenancy(tenant)
        .map(tenancy -> suspend(tenancy, cause, reason, grounds, Author.trigger(tenancy.account())))
        .orElseGet(Unknown::new);
  }

  private Outcome suspend(
      Tenancy tenancy,
      SuspensionCause cause,
      SuspensionReason reason,
      Grounds grounds,
      Author author) {
    if (isThePlatforms(tenancy.account())) {
      return new OfThePlatform();
    }
    // As exact as it is stored, so that everybody names the same moment.
    Instant now = time.now(tenancy.account().id()).truncatedTo(ChronoUnit.MILLIS);
    Standing.Suspended standing = new Standing.Suspended(cause, reason.text(), now);
    Account suspended = tenancy.account().with(standing);
    return switch (standings.suspend(change(suspended, standing, author, now), grounds)) {
      case WRITTEN -> new Suspended(tenancy.with(suspended));
      case STANDS -> new AlreadySuspended();
      case GROUNDLESS -> new Groundless();
      case MOVED -> new Moved();
    };
  }

  private boolean isThePlatforms(Account account) {
    Optional<Member> owner = members.find(account.id(), account.owner());
    return owner.filter(member -> member.user().role() == Role.PLATFORM_ADMIN).isPresent();
  }

  private StandingChange change(
      Account account, Standing.Suspended standing, Author author, Instant now) {
    TenantId tenant = account.id();
    String cause = standing.cause().wireName();
    AuditEntry entry =
        AuditEntry.of(
                AuditAction.TENANT_SUSPENDED, tenant, author.user(), author.client(), now, ids)
            .with(cause + ": " + standing.reason());
    Map<String, String> news =
        Map.of("tenant_id", tenant.value(), "cause", cause, "reason", standing.reason());
    return new StandingChange(
        account,
        entry,
        List.of(
            Message.of(
                new Announcement.AccountSuspended(account.owner(), standing.reason()),
                tenant,
                now,
                ids),
            Message.of(new Announcement.Published("tenant.suspended", news), tenant, now, ids)));
  }

  /** What whoever pulled it hears. */
  public sealed interface Outcome {}

  public record Suspended(Tenancy tenancy) implements Outcome {}

  public record AlreadySuspended() implements Outcome {}

  public record Unknown() implements Outcome {}

  /** The tenant of those who run the deployment. */
  public record OfThePlatform() implements Outcome {}

  /** This edition gives nobody this cause. */
  public record SwitchedOff() implements Outcome {}

  /** What a trigger saw is not so any more, or has had its effect; nothing changed. */
  public record Groundless() implements Outcome {}

  /** What it was decided on has moved: to be decided again; nothing changed. */
  public record Moved() implements Outcome {}
}
