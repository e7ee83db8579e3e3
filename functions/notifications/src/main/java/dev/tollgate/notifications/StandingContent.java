package dev.tollgate.notifications;

import java.util.Map;

/** What the mails about the kill switch and about erasure show. */
final class StandingContent {
  private final FrontendLinks links;

  StandingContent(FrontendLinks links) {
    this.links = links;
  }

  Content of(Letter.OfStanding letter) {
    return switch (letter) {
      case Letter.AccountStopped stopped ->
          new Content(
              MailKind.ACCOUNT_SUSPENDED,
              links.account(),
              Map.of("reason", new Shown.Text(stopped.reason())));
      case Letter.AccountWorksAgain _ ->
          new Content(MailKind.ACCOUNT_RESTORED, links.account(), Map.of());
      case Letter.AccountWillBeErased erased ->
          new Content(
              MailKind.ERASURE_SCHEDULED,
              links.account(),
              Map.of("date", new Shown.Moment(erased.at())));
      case Letter.AccountStays _ ->
          new Content(MailKind.ERASURE_UNDONE, links.forgotPassword(), Map.of());
    };
  }
}
