package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.messages.Mail;
import java.util.Map;

/** Gives a letter its words. Pure: the same letter makes the same mail. */
final class Notifications {
  private final Languages languages;
  private final SecurityContent security;
  private final TrialContent trials;
  private final BillingContent billing;
  private final StandingContent standing;
  private final LimitContent limits;
  private final RequestContent requests;
  private final String product;

  Notifications(Languages languages, FrontendLinks links, Edition edition, PlanNames plans) {
    this.languages = languages;
    this.security = new SecurityContent(links);
    this.trials = new TrialContent(links, plans, new AfterTrial(edition.trial(), plans));
    this.billing = new BillingContent(links, plans, edition.billing().dunning());
    this.standing = new StandingContent(links);
    this.limits = new LimitContent(links, edition);
    this.requests = new RequestContent(links);
    this.product = edition.displayName();
  }

  Mail render(Letter letter) {
    return write(letter.to(), content(letter));
  }

  MailKind kind(Letter letter) {
    return content(letter).kind();
  }

  private Content content(Letter letter) {
    return switch (letter) {
      case Letter.OfSecurity ofSecurity -> security.of(ofSecurity);
      case Letter.OfTrial ofTrial -> trials.of(ofTrial);
      case Letter.OfBilling ofBilling -> billing.of(ofBilling);
      case Letter.OfStanding ofStanding -> standing.of(ofStanding);
      case Letter.LimitComesNear near -> limits.of(near);
      case Letter.OfRequest ofRequest -> requests.of(ofRequest);
    };
  }

  private Mail write(Reader to, Content content) {
    Voice voice = languages.voice(to.language(), to.zone());
    Map<String, String> values = voice.say(content.own());
    values.put("product", product);
    values.put("link", content.link());
    values.put("language", voice.language().tag());
    values.put("greeting", voice.say(greeting(to)));
    values.put("footer", voice.say(footer(to)));
    values.put("noreply", voice.say(Shown.Said.of(Phrase.NOREPLY)));
    values.put("broken", voice.say(Shown.Said.of(Phrase.BROKEN_BUTTON)));
    boolean optional = content.kind().isOptional();
    if (optional) {
      values.put("stop", to.stop().orElseThrow());
      values.put("unsubscribe", voice.say(Shown.Said.of(Phrase.UNSUBSCRIBE)));
    }
    Language.Written words = voice.language().write(content.kind(), values);
    Mail mail = new Mail(to.address(), words.subject(), words.text(), words.html());
    return optional ? mail.withHeaders(oneClick(to.stop().orElseThrow())) : mail;
  }

  /** RFC 8058: the mail program can do it by itself. */
  private static Map<String, String> oneClick(String link) {
    return Map.of(
        "List-Unsubscribe",
        "<" + link + ">",
        "List-Unsubscribe-Post",
        "List-Unsubscribe=One-Click");
  }

  private static Shown greeting(Reader to) {
    return to.name()
        .map(name -> Shown.Said.of(Phrase.GREETING, "name", new Shown.Typed(name)))
        .orElseGet(() -> Shown.Said.of(Phrase.GREETING_NAMELESS));
  }

  private Shown footer(Reader to) {
    return new Shown.Said(
        Phrase.FOOTER,
        Map.of("product", new Shown.Text(product), "account", new Shown.Typed(to.account())));
  }
}
