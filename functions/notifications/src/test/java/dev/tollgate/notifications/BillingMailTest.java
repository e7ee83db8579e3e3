package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.messages.Mail;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every mail about plans and payments has to get right. */
final class BillingMailTest {
  private static final String BILLING = World.FRONTEND + "/billing";
  private static final Set<MailKind> ABOUT_PLANS =
      Set.of(
          MailKind.SUBSCRIPTION_STARTED,
          MailKind.SUBSCRIPTION_ENDED,
          MailKind.PLAN_CHANGED,
          MailKind.COMPLIMENTARY_GRANTED,
          MailKind.ACCESS_ENDING,
          MailKind.ACCESS_ENDED);

  @Test
  void namesAreTextInEveryOne() {
    assertThat(
            BillingLetters.to(People.reader("<b>Eve</b> https://prize.example", "Co\r\n& <i>Sons"))
                .values())
        .hasSize(11)
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
  @CsvSource({"1900, USD, $19.00", "99900, INR, ₹999.00", "500, JPY, ¥500"})
  void anAmountStandsInTheSubjectAndInBothParts(long minor, String currency, String shown) {
    assertThat(aboutMoney(new Money(minor, currency)))
        .hasSize(5)
        .allSatisfy(
            letter -> {
              Mail mail = render(letter);
              assertThat(mail.subject()).contains(shown);
              assertThat(mail.text()).contains(shown);
              assertThat(mail.html()).contains("<strong>" + shown + "</strong>");
            });
  }

  @ParameterizedTest
  @CsvSource({"pro, Pro", "gone_by_now, gone_by_now", "<b>x</b>, <b>x</b>", "a.b, a.\u200Bb"})
  void aPlanIsCalledByItsNameOrElseByItsKey(String key, String shown) {
    Mail started = render(new Letter.PlanStarted(People.reader(), key));
    Mail ended = render(new Letter.PlanEnded(People.reader(), key));

    assertThat(started.subject()).isEqualTo("Your " + shown + " plan at Tollgate has started");
    assertThat(ended.text()).contains("Your " + shown + " plan has ended");
    assertThat(ended.html())
        .contains("<strong>" + shown.replace("<", "&lt;").replace(">", "&gt;") + "</strong> plan");
  }

  @Test
  void theButtonOpensTheProvidersPage() {
    Mail mail =
        render(new Letter.ConfirmPayment(People.reader(), usd(), page(BillingLetters.PAGE)));

    assertThat(LinksInMail.link(mail.text())).isEqualTo(BillingLetters.PAGE);
    assertThat(LinksInMail.button(mail.html())).isEqualTo(BillingLetters.PAGE);
    assertThat(mail.html()).contains("?s=ap&amp;x=1\"").doesNotContain("?s=ap&x");
  }

  @Test
  void withoutSuchAPageItOpensOurs() {
    assertThat(BillingLetters.of(People.reader(), usd(), Optional.empty()).values())
        .allSatisfy(letter -> leadsToOurs(render(letter)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "/i/1",
        "https:",
        "https://a b.test",
        "https://a.test/\">x",
        "https://a.test/\nBcc: x"
      })
  void whatIsNoAddressOpensOursToo(String page) {
    leadsToOurs(render(new Letter.Receipt(People.reader(), "A-1", usd(), page(page))));
    leadsToOurs(
        render(new Letter.PaymentRefused(People.reader(), usd(), Optional.empty(), page(page))));
  }

  @Test
  void theNextTryIsATimeInTheAccountsZoneOrThereIsNone() {
    Mail again =
        render(
            new Letter.PaymentRefused(
                People.reader(), usd(), Optional.of(BillingLetters.NEXT_TRY), Optional.empty()));
    Mail never =
        render(
            new Letter.PaymentRefused(People.reader(), usd(), Optional.empty(), Optional.empty()));

    assertThat(again.text()).contains("try again on 4 March 2026 at 23:30 UTC.");
    assertThat(again.html()).contains("try again on <strong>4 March 2026 at 23:30 UTC</strong>.");
    assertThat(never.text()).contains("we will not try again by ourselves").doesNotContain("2026");
  }

  @Test
  void anInvoiceNumberIsText() {
    Mail mail = render(new Letter.Receipt(People.reader(), "<i>7</i>", usd(), Optional.empty()));

    assertThat(mail.text()).contains("for invoice <i>7</i>.");
    assertThat(mail.html()).contains("for invoice &lt;i&gt;7&lt;/i&gt;.");
  }

  private static void leadsToOurs(Mail mail) {
    assertThat(LinksInMail.link(mail.text())).isEqualTo(BILLING);
    assertThat(LinksInMail.button(mail.html())).isEqualTo(BILLING);
  }

  private static Collection<Letter> aboutMoney(Money amount) {
    var letters = BillingLetters.of(People.reader(), amount, Optional.empty());
    letters.keySet().removeAll(ABOUT_PLANS);
    return letters.values();
  }

  private static Money usd() {
    return BillingLetters.AMOUNT;
  }

  private static Optional<String> page(String page) {
    return Optional.of(page);
  }

  private static Mail render(Letter letter) {
    return World.notifications().render(letter);
  }
}
