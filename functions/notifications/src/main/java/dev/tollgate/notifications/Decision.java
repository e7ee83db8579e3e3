package dev.tollgate.notifications;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.messages.Announcement;
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
    return switch (announcement) {
      case Announcement.VerificationRequested _ ->
          member.user().isVerified() ? new Skip("verified already") : new Write(member);
      case Announcement.PasswordResetRequested _ ->
          member.user().password().isEmpty() ? new Skip("no password") : new Write(member);
      case Announcement.PasswordChanged _,
          Announcement.SubscriptionStarted _,
          Announcement.SubscriptionEnded _,
          Announcement.PaymentReceived _,
          Announcement.PaymentFailed _,
          Announcement.PaymentActionRequired _,
          Announcement.PaymentRefunded _ ->
          new Write(member);
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

  private static boolean isSuspended(Member member) {
    return member.account().standing() instanceof Standing.Suspended;
  }
}
