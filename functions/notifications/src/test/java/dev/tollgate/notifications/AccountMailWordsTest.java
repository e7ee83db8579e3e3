package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.messages.Mail;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every mail about the kill switch and about limits, to the letter. */
final class AccountMailWordsTest {
  private final Notifications notifications = World.notifications();
  private final Map<MailKind, Letter> letters = AccountLetters.to(People.asha());

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_SUSPENDED, Your account at Tollgate is suspended",
    "ACCOUNT_RESTORED, Your account at Tollgate works again",
    "LIMIT_NEAR, You have reached 95 % of your limit for e-mails a month at Tollgate",
    "LIMIT_REACHED, You have reached your limit for storage at Tollgate"
  })
  void toTheLetter(MailKind kind, String subject) {
    Mail mail = mail(kind);

    assertThat(mail.to()).isEqualTo(People.ADDRESS);
    assertThat(mail.subject()).isEqualTo(subject);
    assertThat(mail.text()).isEqualTo(Golden.read(kind.file() + ".txt"));
    assertThat(mail.html()).isEqualTo(Golden.read(kind.file() + ".html"));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"ACCOUNT_.*", "LIMIT_.*"},
      mode = Mode.MATCH_ANY)
  void bothPartsSayTheSame(MailKind kind) {
    Mail mail = mail(kind);
    String page = LinksInMail.words(mail.html());

    assertThat(mail.text().lines().map(String::strip).filter(line -> !line.equals("--")))
        .allSatisfy(line -> assertThat(page).contains(line.replaceAll(":$", "")));
    assertThat(LinksInMail.button(mail.html())).isEqualTo(LinksInMail.link(mail.text()));
  }

  /** A mail whose words nobody has written down could say anything. */
  @ParameterizedTest
  @EnumSource
  void everyKindIsWrittenDown(MailKind kind) {
    assertThat(Golden.read(kind.file() + ".txt")).startsWith("Hello ");
    assertThat(Golden.read(kind.file() + ".html")).startsWith("<!doctype html>");
  }

  private Mail mail(MailKind kind) {
    return notifications.render(Objects.requireNonNull(letters.get(kind)));
  }
}
