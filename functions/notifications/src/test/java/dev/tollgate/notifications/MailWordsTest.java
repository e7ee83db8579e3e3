package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.messages.Mail;
import org.junit.jupiter.api.Test;

/** Every mail about getting in, to the letter. */
final class MailWordsTest {
  private static final OneTimeSecret SECRET =
      new OneTimeSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

  private final Notifications notifications = World.notifications();

  @Test
  void verification() {
    Mail mail = notifications.render(new Letter.VerifyMailbox(People.asha(), SECRET));

    assertThat(mail.to()).isEqualTo(People.ADDRESS);
    assertThat(mail.subject()).isEqualTo("Confirm your e-mail address for Tollgate");
    assertThat(mail.text()).isEqualTo(Golden.read("verification_requested.txt"));
    assertThat(mail.html()).isEqualTo(Golden.read("verification_requested.html"));
  }

  @Test
  void passwordReset() {
    Mail mail = notifications.render(new Letter.ResetPassword(People.asha(), SECRET));

    assertThat(mail.subject()).isEqualTo("Set a new password for Tollgate");
    assertThat(mail.text()).isEqualTo(Golden.read("password_reset_requested.txt"));
    assertThat(mail.html()).isEqualTo(Golden.read("password_reset_requested.html"));
  }

  @Test
  void passwordChanged() {
    Mail mail = notifications.render(new Letter.PasswordWasChanged(People.asha(), People.NOW));

    assertThat(mail.subject()).isEqualTo("Your password for Tollgate was changed");
    assertThat(mail.text()).isEqualTo(Golden.read("password_changed.txt"));
    assertThat(mail.html()).isEqualTo(Golden.read("password_changed.html"));
  }
}
