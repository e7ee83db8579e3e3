package dev.tollgate.notifications;

import java.util.Map;

/** What the mails about the kill switch show. */
final class StandingContent {
  private final FrontendLinks links;

  StandingContent(FrontendLinks links) {
    this.links = links;
  }

  Content of(Letter.OfStanding letter) {
    return switch (letter) {
      case Letter.AccountStopped stopped ->
          new Content(
              MailKind.ACCOUNT_SUSPENDED, links.account(), Map.of("reason", stopped.reason()));
      case Letter.AccountWorksAgain _ ->
          new Content(MailKind.ACCOUNT_RESTORED, links.account(), Map.of());
    };
  }
}
