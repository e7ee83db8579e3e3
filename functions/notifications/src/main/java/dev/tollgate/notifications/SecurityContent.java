package dev.tollgate.notifications;

import dev.tollgate.core.identity.IssuingOneTimeTokens;
import java.time.Duration;
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
              Map.of("lifetime", words(IssuingOneTimeTokens.VERIFICATION_LIFETIME)));
      case Letter.ResetPassword reset ->
          new Content(
              MailKind.PASSWORD_RESET_REQUESTED,
              links.resetPassword(reset.secret()),
              Map.of("lifetime", words(IssuingOneTimeTokens.RESET_LIFETIME)));
      case Letter.PasswordWasChanged changed ->
          new Content(
              MailKind.PASSWORD_CHANGED,
              links.forgotPassword(),
              Map.of("time", ShownTime.minute(changed.at())));
    };
  }

  private static String words(Duration lifetime) {
    return lifetime.toDays() > 0
        ? count(lifetime.toDays(), "day")
        : count(lifetime.toHours(), "hour");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
