package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.IssuingOneTimeTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.messages.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Gives a letter its words. Pure: the same letter makes the same mail. */
final class Notifications {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Templates templates;
  private final FrontendLinks links;
  private final String product;

  Notifications(Templates templates, FrontendLinks links, Edition edition) {
    this.templates = templates;
    this.links = links;
    this.product = edition.displayName();
  }

  Mail render(Letter letter) {
    return switch (letter) {
      case Letter.VerifyMailbox verify ->
          mail(
              MailKind.VERIFICATION_REQUESTED,
              verify.to(),
              links.verifyEmail(verify.secret()),
              Map.of("lifetime", words(IssuingOneTimeTokens.VERIFICATION_LIFETIME)));
      case Letter.ResetPassword reset ->
          mail(
              MailKind.PASSWORD_RESET_REQUESTED,
              reset.to(),
              links.resetPassword(reset.secret()),
              Map.of("lifetime", words(IssuingOneTimeTokens.RESET_LIFETIME)));
      case Letter.PasswordWasChanged changed ->
          mail(
              MailKind.PASSWORD_CHANGED,
              changed.to(),
              links.forgotPassword(),
              Map.of("time", words(changed.at())));
    };
  }

  private Mail mail(MailKind kind, Member to, String link, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("product", product);
    values.put("name", ShownName.of(to.user().fullName()));
    values.put("account", ShownName.of(to.account().name()));
    values.put("link", link);
    Templates.Words words = templates.render(kind, values);
    return new Mail(to.user().email(), words.subject(), words.text(), words.html());
  }

  private static String words(Duration lifetime) {
    return lifetime.toDays() > 0
        ? count(lifetime.toDays(), "day")
        : count(lifetime.toHours(), "hour");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private static String words(Instant at) {
    return TIME.format(at);
  }
}
