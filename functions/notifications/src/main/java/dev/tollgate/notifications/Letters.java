package dev.tollgate.notifications;

import dev.tollgate.core.identity.IssuingOneTimeTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import java.time.Instant;

/** Makes the letter that an announcement asks for, with the secret of its link where it has one. */
final class Letters {
  private final IssuingOneTimeTokens tokens;
  private final Time time;

  Letters(IssuingOneTimeTokens tokens, Time time) {
    this.tokens = tokens;
    this.time = time;
  }

  /**
   * Writes a secret down where the letter has one.
   *
   * @param at when it happened
   */
  Letter of(Announcement.ToPerson announcement, Instant at, Member to) {
    return switch (announcement) {
      case Announcement.VerificationRequested _ ->
          new Letter.VerifyMailbox(to, secret(Purpose.VERIFY_EMAIL, to));
      case Announcement.PasswordResetRequested _ ->
          new Letter.ResetPassword(to, secret(Purpose.RESET_PASSWORD, to));
      case Announcement.PasswordChanged _ -> new Letter.PasswordWasChanged(to, at);
      case Announcement.SubscriptionStarted started -> new Letter.PlanStarted(to, started.plan());
      case Announcement.SubscriptionEnded ended -> new Letter.PlanEnded(to, ended.plan());
      case Announcement.PaymentReceived paid ->
          new Letter.Receipt(to, paid.number(), paid.amount(), paid.link());
      case Announcement.PaymentFailed failed ->
          new Letter.PaymentRefused(to, failed.amount(), failed.nextTry(), failed.link());
      case Announcement.PaymentActionRequired required ->
          new Letter.ConfirmPayment(to, required.amount(), required.link());
      case Announcement.PaymentRefunded refunded -> new Letter.MoneyReturned(to, refunded.amount());
      case Announcement.AccountSuspended stopped -> new Letter.AccountStopped(to, stopped.reason());
      case Announcement.AccountRestored _ -> new Letter.AccountWorksAgain(to);
      case Announcement.LimitNear near ->
          new Letter.LimitComesNear(to, near.meter(), near.percent(), near.used(), near.limit());
    };
  }

  /** A secret whose mail never left dies by its age. */
  private OneTimeSecret secret(Purpose purpose, Member to) {
    return tokens.issue(purpose, to.user(), time.now(to.user().tenant()));
  }
}
