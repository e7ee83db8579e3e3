package dev.tollgate.notifications;

import dev.tollgate.core.identity.Role;
import java.util.Map;
import java.util.Optional;

/** What the mails show that somebody asked for. */
final class RequestContent {
  private final FrontendLinks links;

  RequestContent(FrontendLinks links) {
    this.links = links;
  }

  Content of(Letter.OfRequest letter) {
    return switch (letter) {
      case Letter.Invitation invitation ->
          new Content(
              MailKind.INVITATION,
              links.invite(invitation.code()),
              Map.of(
                  "inviter", new Shown.Typed(invitation.inviter()),
                  "account", new Shown.Typed(invitation.to().account()),
                  "role", Shown.Said.of(role(invitation.role())),
                  "ends", new Shown.Moment(invitation.endsAt())));
      case Letter.ExportIsReady ready ->
          new Content(
              MailKind.EXPORT_READY,
              ready.page(),
              Map.of("ends", new Shown.Moment(ready.endsAt())));
      case Letter.LeadCameIn lead ->
          new Content(
              MailKind.SALES_LEAD,
              links.salesLeads(),
              Map.of(
                  "contact", new Shown.Typed(lead.contact()),
                  "company", new Shown.Typed(lead.company()),
                  "address", new Shown.Text(lead.address()),
                  "size", said(lead.size()),
                  "source", new Shown.Text(lead.source()),
                  "message", said(lead.message())));
    };
  }

  private static Shown said(Optional<String> words) {
    return words.<Shown>map(Shown.Typed::new).orElseGet(() -> Shown.Said.of(Phrase.UNSAID));
  }

  private static Phrase role(Role role) {
    return switch (role) {
      case OWNER -> Phrase.OWNER;
      case ADMIN, PLATFORM_ADMIN -> Phrase.ADMIN;
      case MEMBER -> Phrase.MEMBER;
      case VIEWER -> Phrase.VIEWER;
    };
  }
}
