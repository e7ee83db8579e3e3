package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Announcement.PaymentActionRequired;
import dev.tollgate.core.messages.Announcement.PaymentFailed;
import dev.tollgate.core.messages.Announcement.PaymentReceived;
import dev.tollgate.core.messages.Announcement.PaymentRefunded;
import dev.tollgate.core.messages.Announcement.SubscriptionEnded;
import dev.tollgate.core.messages.Announcement.SubscriptionStarted;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.lambda.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SendingBillingMailTest {
  private static final Money AMOUNT = new Money(99900, "INR");
  private static final String PAGE = "https://invoice.stripe.test/i/secret";
  private static final Optional<String> LINK = Optional.of(PAGE);

  private final World world = new World();

  static Stream<Arguments> announcements() {
    return Stream.of(
        Arguments.of(new SubscriptionStarted(People.USER, "pro"), "Pro plan has started"),
        Arguments.of(new SubscriptionEnded(People.USER, "pro"), "Pro plan has ended"),
        Arguments.of(new PaymentReceived(People.USER, "A-1", AMOUNT, LINK), "for invoice A-1"),
        Arguments.of(
            new PaymentFailed(People.USER, AMOUNT, Optional.of(BillingLetters.NEXT_TRY), LINK),
            "try again on 4 March 2026"),
        Arguments.of(
            new PaymentFailed(People.USER, AMOUNT, Optional.empty(), LINK), "not try again"),
        Arguments.of(new PaymentActionRequired(People.USER, AMOUNT, LINK), "asks you to confirm"),
        Arguments.of(new PaymentRefunded(People.USER, AMOUNT), "refunded ₹999.00"));
  }

  static Stream<Announcement> others() {
    return Stream.of(
        new Announcement.UsageRecorded("use_1", new Meter("operations"), 3),
        new Announcement.CustomerWanted(),
        new Announcement.ChargeRefused("in_1", 3),
        new Announcement.WorkResumed(),
        new Announcement.Published("subscription.changed", Map.of("plan", "pro")));
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void eachKindIsMailedOnceWithoutASecretOfOurs(Announcement announcement, String words) {
    assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Done());
    assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Done());

    assertThat(world.mails).singleElement().satisfies(m -> assertThat(m.text()).contains(words));
    assertThat(world.mails.getFirst().to()).isEqualTo(People.ADDRESS);
    assertThat(world.tokens).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void aSuspendedAccountHearsOfItsMoney(Announcement announcement, String words) {
    world.recipient = Optional.of(People.suspended());

    assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Done());
    assertThat(world.mails).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatIsForAnotherConsumerIsParkedUntouched(Announcement announcement) {
    assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Park("not ours"));
    assertThat(world.calls.made).isEmpty();
  }

  @Test
  void whoBoughtInTheTrialHearsWhenTheCardIsCharged() {
    Instant end = People.NOW.plus(Duration.ofHours(20));
    world.recipient = Optional.of(People.trying("pro", end));
    assertThat(world.deliver(new Announcement.ChargeComing(People.USER, "pro", end)))
        .isEqualTo(new Verdict.Done());

    assertThat(world.mails)
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Your trial at Tollgate ends tomorrow");
              assertThat(mail.text())
                  .contains("On 2 March 2026 at 06:00 UTC your card is charged for the Pro plan")
                  .doesNotContain("unsubscribe");
            });
  }

  @Test
  void noPageOfTheProviderIsLogged() {
    PaymentReceived received = new PaymentReceived(People.USER, "A-1", AMOUNT, LINK);
    world.calls.failAt("before send");
    assertThatThrownBy(() -> world.deliver(received))
        .isInstanceOf(Unavailable.class)
        .satisfies(e -> assertThat(e).hasMessageNotContaining("secret"));
    world.calls.failAt("before finish");
    world.deliver(received);
    assertThat(world.mails).singleElement().satisfies(m -> assertThat(m.text()).contains(PAGE));
    World refusing = new World();
    refusing.answer = new Mailer.Outcome.Refused("message_rejected");
    refusing.deliver(received);

    assertThat(world.logged()).contains("PaymentReceived").doesNotContain("secret", "stripe");
    assertThat(refusing.logged()).contains("mail_refused").doesNotContain("secret", "stripe");
  }
}
