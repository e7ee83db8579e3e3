package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.editions.EditionFiles;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mails about the kill switch and about limits have to get right. */
final class AccountMailTest {
  private static final String HOSTILE =
      "</strong><script>1</script>\r\nBcc: x\u2028{{link}}\u202E & \"so\"";

  @Test
  void aReasonIsTextOnOneLine() {
    Mail mail = render(new Letter.AccountStopped(People.reader(), HOSTILE));

    assertThat(mail.text())
        .contains("reason: </strong><script>1</script>  Bcc: x {{link}} & \"so\"\n");
    assertThat(mail.html())
        .contains(
            "reason: <strong>&lt;/strong&gt;&lt;script&gt;1&lt;/script&gt;  Bcc: x {{link}} &amp;"
                + " &quot;so&quot;</strong>")
        .doesNotContain("<script");
  }

  @Test
  void noReasonStandsInASubject() {
    Mail mail = render(new Letter.AccountStopped(People.reader(), HOSTILE));

    assertThat(mail.subject()).isEqualTo("Your account at Tollgate is suspended");
  }

  @Test
  void namesAreTextInEveryOne() {
    assertThat(
            AccountLetters.to(People.reader("<b>Eve</b> https://prize.example", "Co\r\n& <i>Sons"))
                .values())
        .hasSize(6)
        .allSatisfy(
            letter -> {
              Mail mail = render(letter);
              assertThat(mail.html())
                  .contains("Hello &lt;b&gt;Eve&lt;/b&gt;", "account Co  &amp; &lt;i&gt;Sons.")
                  .doesNotContain("<b>", "<i>", "prize.example");
              assertThat(mail.text())
                  .contains("Hello <b>Eve</b>", "account Co  & <i>Sons.")
                  .doesNotContain("prize.example");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          79  | You have reached 79 % of your limit for records at Tollgate
          80  | You have reached 80 % of your limit for records at Tollgate
          99  | You have reached 99 % of your limit for records at Tollgate
          100 | You have reached your limit for records at Tollgate
          101 | You have reached your limit for records at Tollgate
          """)
  void aLimitIsReachedAtAHundredPercent(int percent, String subject) {
    Mail mail = render(AccountLetters.limit(People.reader(), Meter.RECORDS, percent, 8, 10));

    assertThat(mail.subject()).isEqualTo(subject);
    assertThat(mail.text()).contains("limit for records: 8 of 10.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tollgate | records       | 1234   | 5000   | for records: 1,234 of 5,000.
          tollgate | storage_bytes | 419430400 | 524288000 | for storage: 400 MiB of 500 MiB.
          tollgate | emails        | 1      | 1000000 | for e-mails a month: 1 of 1,000,000.
          pm33     | operations    | 10400  | 10000  | for operations a month: 10,400 of 10,000.
          """)
  void theNumbersAreInTheMetersUnitUnderTheNameThatTheEditionGivesIt(
      String edition, String meter, long used, long limit, String shown) {
    Mail mail = limit(edition, meter, used, limit);

    assertThat(mail.text()).contains(shown);
    assertThat(LinksInMail.words(mail.html())).contains(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pathsix        | api_calls     | more is refused until the next day begins.
          pathsix        | emails        | more is refused until the next month begins.
          inboxgrove     | api_calls     | more is refused until the next month of your plan begins.
          resolutionflow | ai_builds_24h | more is refused until what was used is 24 hours old.
          resolutionflow | trees         | more is refused until you make room.
          pathsix        | records       | more is refused until you make room. Meanwhile, what is there \
          can be read and removed, but not changed.
          rms            | customers     | more is refused until you make room. Over it, as after a change \
          to a smaller plan, what is there can be read and removed, but not changed.
          pm33           | operations    | Nothing is refused: each one over the limit is billed at $0.08.
          """)
  void itSaysWhatHappensAtTheLimit(String edition, String meter, String consequence) {
    Mail mail = limit(edition, meter, 8, 10);

    assertThat(mail.text()).contains(consequence + "\n");
    assertThat(LinksInMail.words(mail.html())).contains(consequence + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_SUSPENDED, /account",
    "ACCOUNT_RESTORED, /account",
    "LIMIT_NEAR, /billing",
    "LIMIT_REACHED, /billing",
    "ERASURE_SCHEDULED, /account",
    "ERASURE_UNDONE, /forgot-password"
  })
  void theButtonOpensTheRightPage(MailKind kind, String page) {
    Letter letter = Objects.requireNonNull(AccountLetters.to(People.reader()).get(kind));

    assertThat(LinksInMail.button(render(letter).html())).isEqualTo(World.FRONTEND + page);
  }

  private static Mail limit(String edition, String meter, long used, long limit) {
    return World.notifications(EditionFiles.load(edition))
        .render(AccountLetters.limit(People.reader(), new Meter(meter), 80, used, limit));
  }

  private static Mail render(Letter letter) {
    return World.notifications().render(letter);
  }
}
