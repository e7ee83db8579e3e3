package dev.tollgate.notifications;

import dev.tollgate.core.identity.Member;
import dev.tollgate.core.messages.Announcement;
import java.util.Optional;

/**
 * Whether a mail is still wanted when its message is read, which may be long after it was written.
 * A suspended account's people are written to all the same: these mails are about their security
 * and their money.
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

  static Decision of(Announcement.ToPerson announcement, Optional<Member> recipient) {
    return recipient
        .map(member -> of(announcement, member))
        .orElseGet(() -> new Skip("nobody there"));
  }

  private static Decision of(Announcement.ToPerson announcement, Member member) {
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
    };
  }
}
