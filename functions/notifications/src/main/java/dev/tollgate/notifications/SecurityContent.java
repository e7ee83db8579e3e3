package dev.tollgate.notifications;

import dev.tollgate.core.identity.IssuingOneTimeTokens;
import java.util.Map;

/** What the mails about getting in show. */
final class SecurityContent {
  private final FrontendLinks links;

  SecurityContent(FrontendLinks links) {
    this.links = links;
  }

  Content of(Letter.OfSecurity letter) {
    return switch (letter) {
      case Letter.VerifyMailbox verify ->
          new Content(
              MailKind.VERIFICATION_REQUESTED,
              links.verifyEmail(verify.secret()),
              Map.of("lifetime", new Shown.Span(IssuingOneTimeTokens.VERIFICATION_LIFETIME)));
      case Letter.ResetPassword reset ->
          new Content(
              MailKind.PASSWORD_RESET_REQUESTED,
              links.resetPassword(reset.secret()),
              Map.of("lifetime", new Shown.Span(IssuingOneTimeTokens.RESET_LIFETIME)));
      case Letter.PasswordWasChanged changed ->
          new Content(
              MailKind.PASSWORD_CHANGED,
              links.forgotPassword(),
              Map.of("time", new Shown.Moment(changed.at())));
    };
  }
}
