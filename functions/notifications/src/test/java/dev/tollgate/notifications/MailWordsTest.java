package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.messages.Mail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every mail to the letter; the expected ones lie in {@code src/test/resources/golden}. */
final class MailWordsTest {
  private static final OneTimeSecret SECRET =
      new OneTimeSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

  private final Notifications notifications = World.notifications();

  @Test
  void verification() throws IOException {
    Mail mail = notifications.render(new Letter.VerifyMailbox(People.asha(), SECRET));

    assertThat(mail.to()).isEqualTo(People.ADDRESS);
    assertThat(mail.subject()).isEqualTo("Confirm your e-mail address for Tollgate");
    assertThat(mail.text()).isEqualTo(golden("verification_requested.txt"));
    assertThat(mail.html()).isEqualTo(golden("verification_requested.html"));
  }

  @Test
  void passwordReset() throws IOException {
    Mail mail = notifications.render(new Letter.ResetPassword(People.asha(), SECRET));

    assertThat(mail.subject()).isEqualTo("Set a new password for Tollgate");
    assertThat(mail.text()).isEqualTo(golden("password_reset_requested.txt"));
    assertThat(mail.html()).isEqualTo(golden("password_reset_requested.html"));
  }

  @Test
  void passwordChanged() throws IOException {
    Mail mail = notifications.render(new Letter.PasswordWasChanged(People.asha(), People.NOW));

    assertThat(mail.subject()).isEqualTo("Your password for Tollgate was changed");
    assertThat(mail.text()).isEqualTo(golden("password_changed.txt"));
    assertThat(mail.html()).isEqualTo(golden("password_changed.html"));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MailWordsTest.class.getResourceAsStream("/golden/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
