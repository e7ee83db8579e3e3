package dev.tollgate.notifications;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.OneTimeSecret;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One letter of each kind about getting in, and of those that somebody asked for. */
final class OtherLetters {
  static final OneTimeSecret SECRET =
      new OneTimeSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
  private static final Instant LATER = Instant.parse("2026-03-08T10:00:00Z");

  private OtherLetters() {}

  static Map<MailKind, Letter> to(Reader to) {
    Map<MailKind, Letter> letters = new EnumMap<>(MailKind.class);
    letters.put(MailKind.VERIFICATION_REQUESTED, new Letter.VerifyMailbox(to, SECRET));
    letters.put(MailKind.PASSWORD_RESET_REQUESTED, new Letter.ResetPassword(to, SECRET));
    letters.put(MailKind.PASSWORD_CHANGED, new Letter.PasswordWasChanged(to, People.NOW));
    letters.put(
        MailKind.INVITATION,
        new Letter.Invitation(
            new Reader(
                new EmailAddress("new@example.test"),
                Optional.empty(),
                to.account(),
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                Optional.empty()),
            "Asha Rao",
            Role.MEMBER,
            SECRET,
            LATER));
    letters.put(
        MailKind.EXPORT_READY,
        new Letter.ExportIsReady(to, "https://files.example.test/export?signature=abc", LATER));
    letters.put(
        MailKind.SALES_LEAD,
        new Letter.LeadCameIn(
            to,
            "Lee Ortiz",
            "Ortiz & Co",
            "lee@ortiz.test",
            Optional.of("11-50"),
            "pricing_page",
            Optional.empty()));
    return letters;
  }
}
