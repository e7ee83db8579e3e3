package dev.tollgate.notifications;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Grant;
import java.util.Optional;

/**
 * Whether a mail is still wanted when its message is read, which may be long after it was written.
 * A suspended account's people are written to all the same: these mails are about their security,
 * their money and their account.
 */
sealed interface Decision {

  /** To the person as they are now. */
  record Write(Member to) implements Decision {}

  /**
   * Nothing is sent, and nothing is wrong.
   *
   * @param reason words of our own, for the log
   */
  record Skip(String reason) implements Decision {}

  static Decision of(
      Announcement.ToPerson announcement, Optional<Member> recipient, Edition edition) {
    return recipient
        .map(member -> of(announcement, member, edition))
        .orElseGet(() -> new Skip("nobody there"));
  }

  private static Decision of(Announcement.ToPerson announcement, Member member, Edition edition) {
    return Topics.of(announcement, edition)
            .filter(topic -> !member.user().mails().wants(topic))
            .isPresent()
        ? new Skip("not wanted")
        : wanted(announcement, member, edition);
  }

  private static Decision wanted(
      Announcement.ToPerson announcement, Member member, Edition edition) {
    return switch (announcement) {
      case Announcement.VerificationRequested _ ->
          member.user().isVerified() ? new Skip("verified already") : new Write(member);
      case Announcement.PasswordResetRequested _ ->
          member.user().password().isEmpty() ? new Skip("no password") : new Write(member);
      case Announcement.PasswordChanged _,
          Announcement.SubscriptionStarted _,
          Announcement.PaymentReceived _,
          Announcement.PaymentFailed _,
          Announcement.PaymentActionRequired _,
          Announcement.PaymentRefunded _,
          Announcement.SalesLeadReceived _,
          Announcement.TrialChargeFailed _,
          Announcement.PlanChanged _,
          Announcement.ComplimentaryGranted _ ->
          new Write(member);
      case Announcement.SubscriptionEnded _ ->
          hasPresent(member) ? new Skip("a present since") : new Write(member);
      case Announcement.AccessEnding _, Announcement.AccessEnded _ ->
          owes(member) ? new Write(member) : new Skip("nothing owed any more");
      case Announcement.ChargeComing coming ->
          member
                  .enrollment()
                  .contract()
                  .flatMap(Contract::chargedAfterTrial)
                  .filter(coming.at()::equals)
                  .isPresent()
              ? new Write(member)
              : new Skip("not charged then any more");
      case Announcement.ErasureScheduled erasure ->
          member.account().erasesAt().filter(erasure.at()::equals).isPresent()
              ? new Write(member)
              : new Skip("undone since");
      case Announcement.ErasureUndone _ ->
          member.account().erasesAt().isEmpty()
              ? new Write(member)
              : new Skip("asked for again since");
      case Announcement.TrialStarted _,
          Announcement.TrialEnding _,
          Announcement.TrialEnded _,
          Announcement.TrialLocked _ ->
          hasContract(member) || hasPresent(member) ? new Skip("a plan since") : new Write(member);
      case Announcement.AccountSuspended _ ->
          isSuspended(member) ? new Write(member) : new Skip("restored since");
      case Announcement.AccountRestored _ ->
          isSuspended(member) ? new Skip("suspended again") : new Write(member);
      case Announcement.LimitNear near ->
          edition.findMeter(near.meter().key()).isPresent()
              ? new Write(member)
              : new Skip("no such meter any more");
    };
  }

  /** Whoever has one is told of it, and not of what would follow a trial. */
  private static boolean hasContract(Member member) {
    return member.enrollment().contract().filter(Contract::isRunning).isPresent();
  }

  /** Nobody nags who has a plan for nothing. */
  private static boolean hasPresent(Member member) {
    return member.enrollment().grant() instanceof Grant.Complimentary;
  }

  private static boolean owes(Member member) {
    return member
        .enrollment()
        .contract()
        .filter(contract -> contract.status() == ContractStatus.PAST_DUE)
        .isPresent();
  }

  private static boolean isSuspended(Member member) {
    return member.account().standing() instanceof Standing.Suspended;
  }
}
