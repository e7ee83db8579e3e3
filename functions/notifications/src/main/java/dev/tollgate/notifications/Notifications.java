package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.messages.Mail;
import java.util.HashMap;
import java.util.Map;

/** Gives a letter its words. Pure: the same letter makes the same mail. */
final class Notifications {
  private final Templates templates;
  private final SecurityContent security;
  private final BillingContent billing;
  private final StandingContent standing;
  private final LimitContent limits;
  private final String product;

  Notifications(Templates templates, FrontendLinks links, Edition edition) {
    this.templates = templates;
    this.security = new SecurityContent(links);
    this.billing = new BillingContent(links, edition);
    this.standing = new StandingContent(links);
    this.limits = new LimitContent(links, edition);
    this.product = edition.displayName();
  }

  Mail render(Letter letter) {
    return switch (letter) {
      case Letter.OfSecurity ofSecurity -> mail(letter.to(), security.of(ofSecurity));
      case Letter.OfBilling ofBilling -> mail(letter.to(), billing.of(ofBilling));
      case Letter.OfStanding ofStanding -> mail(letter.to(), standing.of(ofStanding));
      case Letter.LimitComesNear near -> mail(letter.to(), limits.of(near));
    };
  }

  private Mail mail(Member to, Content content) {
    Map<String, String> values = new HashMap<>(content.own());
    values.put("product", product);
    values.put("name", ShownName.of(to.user().fullName()));
    values.put("account", ShownName.of(to.account().name()));
    values.put("link", content.link());
    Templates.Words words = templates.render(content.kind(), values);
    return new Mail(to.user().email(), words.subject(), words.text(), words.html());
  }
}
