package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Announcement.PasswordChanged;
import dev.tollgate.core.messages.Announcement.PasswordResetRequested;
import dev.tollgate.core.messages.Announcement.PaymentFailed;
import dev.tollgate.core.messages.Announcement.SubscriptionStarted;
import dev.tollgate.core.messages.Announcement.VerificationRequested;
import dev.tollgate.lambda.events.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies before and after each call to the outside; then the queue delivers again. */
final class CrashTest {

  /** Between these two the mail is out and nobody has noted it: the one gap we know of. */
  private static final List<String> GAP = List.of("after send", "before finish");

  static Stream<Announcement> announcements() {
    return Stream.of(
        new VerificationRequested(People.USER),
        new PasswordResetRequested(People.USER),
        new PasswordChanged(People.USER),
        new SubscriptionStarted(People.USER, "pro"),
        new PaymentFailed(People.USER, new Money(1900, "USD"), Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void onceDeliveredAgainThereIsOneMail(Announcement announcement) {
    World undisturbed = new World();
    undisturbed.deliver(announcement);
    assertThat(undisturbed.calls.made).startsWith("claim", "find").endsWith("send", "finish");

    for (String call : undisturbed.calls.made) {
      for (String point : List.of("before " + call, "after " + call)) {
        assertThat(mailsAfterDyingAt(point, announcement))
            .as(point)
            .isEqualTo(GAP.contains(point) ? 2 : 1);
      }
    }
  }

  private static int mailsAfterDyingAt(String point, Announcement announcement) {
    World world = new World();
    world.calls.dieAt(point);
    assertThatThrownBy(() -> world.deliver(announcement)).isInstanceOf(Calls.Death.class);

    Verdict early = world.deliver(announcement);
    if (early instanceof Verdict.Retry) {
      world.pass(SendingNotification.LEASE);
      assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Done());
    }
    assertThat(world.deliver(announcement)).isEqualTo(new Verdict.Done());
    return world.mails.size();
  }
}
