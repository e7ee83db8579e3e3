package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.messages.Mail;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every mail about plans and payments, to the letter. */
final class BillingMailWordsTest {
  private final Notifications notifications = World.notifications();
  private final Map<MailKind, Letter> letters = BillingLetters.to(People.asha());

  @ParameterizedTest
  @CsvSource({
    "SUBSCRIPTION_STARTED, Your Pro plan at Tollgate has started",
    "SUBSCRIPTION_ENDED, Your Pro plan at Tollgate has ended",
    "PAYMENT_RECEIVED, Your receipt from Tollgate: $19.00",
    "PAYMENT_FAILED, Your payment of $19.00 to Tollgate did not go through",
    "PAYMENT_FAILED_FINALLY, Please pay $19.00 to keep your plan at Tollgate",
    "PAYMENT_ACTION_REQUIRED, Please confirm your payment of $19.00 to Tollgate",
    "PAYMENT_REFUNDED, Your refund of $19.00 from Tollgate"
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
      names = {"SUBSCRIPTION_.*", "PAYMENT_.*"},
      mode = Mode.MATCH_ANY)
  void bothPartsSayTheSame(MailKind kind) {
    Mail mail = mail(kind);
    String page = LinksInMail.words(mail.html());

    assertThat(mail.text().lines().map(String::strip).filter(line -> !line.equals("--")))
        .allSatisfy(line -> assertThat(page).contains(line.replaceAll(":$", "")));
    assertThat(LinksInMail.button(mail.html())).isEqualTo(LinksInMail.link(mail.text()));
  }

  private Mail mail(MailKind kind) {
    return notifications.render(Objects.requireNonNull(letters.get(kind)));
  }
}
