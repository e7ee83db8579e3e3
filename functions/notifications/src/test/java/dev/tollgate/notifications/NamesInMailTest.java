package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.messages.Mail;
import org.junit.jupiter.api.Test;

final class NamesInMailTest {
  private static final OneTimeSecret SECRET = new OneTimeSecret("s".repeat(43));

  @Test
  void markupIsTextInHtmlAndAsItIsInPlainText() {
    Mail mail = mailTo("<b onclick=\"x('1')\">Eve</b> & Co", "</p><script>1</script>");

    assertThat(mail.html())
        .contains(
            "Hello &lt;b onclick=&quot;x(&#39;1&#39;)&quot;&gt;Eve&lt;/b&gt; &amp; Co,",
            "&lt;/p&gt;&lt;script&gt;1&lt;/script&gt;")
        .doesNotContain("<script", "<b onclick");
    assertThat(mail.text()).startsWith("Hello <b onclick=\"x('1')\">Eve</b> & Co,\n");
  }

  @Test
  void anyScriptComesThrough() {
    Mail mail = mailTo("आशा क्‍ष 山田 👩‍👧 Zoë", "Łódź ₹");

    assertThat(mail.html()).contains("Hello आशा क्‍ष 山田 👩‍👧 Zoë,", "Łódź ₹");
    assertThat(mail.text()).contains("Hello आशा क्‍ष 山田 👩‍👧 Zoë,", "Łódź ₹");
  }

  @Test
  void aNameIsOneLineWithoutInvisibleMarks() {
    Mail mail = mailTo("Eve\r\nBcc: x\u0000\u2028y\u202Egnp\u0007\uFEFF\uD800", "A\tB");

    assertThat(mail.text()).startsWith("Hello Eve  Bcc: x ygnp,\n").contains("account A B.");
    assertThat(mail.html()).contains("Hello Eve  Bcc: x ygnp,");
    assertThat(mail.subject().lines()).hasSize(1);
  }

  @Test
  void aNameIsNoGapAndNoReplacementPattern() {
    Mail mail = mailTo("{{link}} $1 \\0", "{{content}}");

    assertThat(mail.text()).contains("Hello {{link}} $1 \\0,", "account {{content}}.");
  }

  @Test
  void aNameIsNotTakenForALink() {
    Mail mail = mailTo("Win at https://prize.example now", "x@prize.example");

    assertThat(mail.text())
        .contains("https:\u200B//prize.\u200Bexample", "x@\u200Bprize.\u200Bexample")
        .doesNotContain("prize.example");
    assertThat(mail.html()).doesNotContain("prize.example", "https://prize");
  }

  @Test
  void ordinaryPunctuationIsLeftAlone() {
    Mail mail = mailTo("J. R. Müller-O'Neill Jr.", "Rao & Sons Pvt. Ltd.");

    assertThat(mail.text())
        .contains("Hello J. R. Müller-O'Neill Jr.,", "Rao & Sons Pvt. Ltd.")
        .doesNotContain("\u200B");
  }

  private static Mail mailTo(String person, String account) {
    return World.notifications()
        .render(new Letter.VerifyMailbox(People.reader(person, account), SECRET));
  }
}
