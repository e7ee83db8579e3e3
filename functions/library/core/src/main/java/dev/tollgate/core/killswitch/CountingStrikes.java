package dev.tollgate.core.killswitch;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.editions.KillSwitchPolicy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Contract;
import java.time.Instant;
import java.util.Optional;

/**
 * What the edition's triggers make of a message. Every step may be done again: whoever comes after
 * a crash finds what was counted and goes on from there.
 */
public final class CountingStrikes {
  private static final int LONGEST_LIST = 100;

  private final KillSwitchPolicy policy;
  private final Strikes strikes;
  private final SuspendingTenant suspending;
  private final RestoringTenant restoring;
  private final Time time;

  public CountingStrikes(
      KillSwitchPolicy policy,
      Strikes strikes,
      SuspendingTenant suspending,
      RestoringTenant restoring,
      Time time) {
    this.policy = policy;
    this.strikes = strikes;
    this.suspending = suspending;
    this.restoring = restoring;
    this.time = time;
  }

  /** What became of a strike. */
  public enum Effect {
    /** The edition does not ask for it, or it has had its effect, or the tenant stands so. */
    NONE,
    /** Noted, and not enough. */
    COUNTED,
    SUSPENDED,
    RESTORED
  }

  /**
   * @param message whose announcement the strike is
   */
  public Effect count(Message message, Announcement.Strike strike) {
    return switch (strike) {
      case Announcement.ComplaintReceived complaint -> complaint(message.tenant(), complaint);
      case Announcement.BlockListed listed -> blockListed(message, listed);
      case Announcement.ChargeRefused refused -> refused(message, refused);
      case Announcement.ChargeSettled settled -> settled(message, settled);
      case Announcement.NothingOwed none -> nothingOwed(message.tenant(), none);
    };
  }

  private Effect complaint(TenantId tenant, Announcement.ComplaintReceived complaint) {
    if (policy.spamComplaints().isEmpty()) {
      return Effect.NONE;
    }
    int most = policy.spamComplaints().getAsInt();
    if (strikes.complain(tenant, complaint.source(), time.now(tenant)) < most) {
      return Effect.COUNTED;
    }
    return effect(
        suspending.suspend(
            tenant,
            SuspensionCause.SPAM_COMPLAINTS,
            new SuspensionReason(
                "Too many recipients reported mail of this account as spam: " + most + "."),
            new Grounds.Complaints(most)));
  }

  /** The address itself is not told, since a suspension's words are kept. */
  private Effect blockListed(Message message, Announcement.BlockListed listed) {
    if (!policy.blockListed()) {
      return Effect.NONE;
    }
    return effect(
        suspending.suspend(
            message.tenant(),
            SuspensionCause.BLOCK_LISTED,
            new SuspensionReason(
                "A domain or an address of this account is on a block list" + on(listed) + "."),
            new Grounds.News(message.id())));
  }

  /** The name comes from outside. */
  private static String on(Announcement.BlockListed listed) {
    String name = listed.list().strip();
    return name.isEmpty()
            || name.length() > LONGEST_LIST
            || name.chars().anyMatch(Character::isISOControl)
        ? ""
        : ": " + name;
  }

  private Effect refused(Message message, Announcement.ChargeRefused refused) {
    if (refused.attempts() < policy.failedPayments().orElse(Integer.MAX_VALUE)) {
      return Effect.NONE;
    }
    return effect(
        suspending.suspend(
            message.tenant(),
            SuspensionCause.FAILED_PAYMENTS,
            new SuspensionReason(
                refused.attempts()
                    + " charges in a row were refused. Paying the open invoice ends this."),
            new Grounds.Debt(message.id(), refused.invoice())));
  }

  /**
   * Ends what that invoice began, whoever began it: the kill switch or the schedule. A payment of
   * another invoice ends it too, if the news of it is younger: an older one, come late, says
   * nothing about the debt.
   */
  private Effect settled(Message message, Announcement.ChargeSettled settled) {
    TenantId tenant = message.tenant();
    Optional<Instant> begun = strikes.settle(tenant, settled.invoice(), time.now(tenant));
    return effect(restoring.restore(tenant, (_, suspended) -> isPaid(suspended, begun, message)));
  }

  /**
   * Ends what was begun over money, by whatever the enrollment says now: so an old message ends no
   * later suspension, and the news of a moment before one ends it all the same.
   */
  private Effect nothingOwed(TenantId tenant, Announcement.NothingOwed none) {
    return effect(
        restoring.restore(
            tenant,
            (tenancy, suspended) ->
                suspended.cause().endsByPayment()
                    && tenancy.enrollment().contract().filter(each -> owes(each, none)).isEmpty()));
  }

  /** Whether anything may be owed by now, or come to be: another contract is another message's. */
  private static boolean owes(Contract contract, Announcement.NothingOwed none) {
    return switch (contract.status()) {
      case TRIALING, ACTIVE, INCOMPLETE_EXPIRED -> !contract.id().equals(none.contract());
      case CANCELED -> false;
      case INCOMPLETE, PAST_DUE, UNPAID, PAUSED -> true;
    };
  }

  private static boolean isPaid(
      Standing.Suspended suspended, Optional<Instant> begun, Message message) {
    return suspended.cause().endsByPayment()
        && (begun.filter(suspended.since()::equals).isPresent()
            || message.at().isAfter(suspended.since()));
  }

  private static Effect effect(RestoringTenant.Outcome outcome) {
    return outcome instanceof RestoringTenant.Restored ? Effect.RESTORED : Effect.NONE;
  }

  private static Effect effect(SuspendingTenant.Outcome outcome) {
    return outcome instanceof SuspendingTenant.Suspended ? Effect.SUSPENDED : Effect.NONE;
  }
}
