package dev.tollgate.core.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MessageFieldsTest {
  private static final UserId USER = new UserId("usr_00000000000000000000000000");
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Money RUPEES = new Money(99_900, "INR");

  static Stream<Announcement> announcements() {
    return Stream.of(
        new Announcement.VerificationRequested(USER),
        new Announcement.PasswordResetRequested(USER),
        new Announcement.PasswordChanged(USER),
        new Announcement.SubscriptionStarted(USER, "pro"),
        new Announcement.SubscriptionEnded(USER, "pro"),
        new Announcement.PaymentReceived(USER, "TG-1", RUPEES, Optional.of("https://x/in_1")),
        new Announcement.PaymentFailed(USER, RUPEES, Optional.of(AT), Optional.empty()),
        new Announcement.PaymentFailed(USER, RUPEES, Optional.empty(), Optional.of("https://x")),
        new Announcement.PaymentActionRequired(USER, RUPEES, Optional.empty()),
        new Announcement.PaymentRefunded(USER, RUPEES),
        new Announcement.UsageRecorded("opr_1", Meter.OPERATIONS, 3),
        new Announcement.CustomerWanted());
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void everyKindComesBackAsItWasWritten(Announcement announcement) {
    Message message = message(announcement);

    assertThat(MessageFields.read(MessageFields.write(message))).contains(message);
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void aMessageWithoutAFieldThatItNeedsIsPoison(Announcement announcement) {
    Map<String, String> fields = MessageFields.write(message(announcement));
    for (String name : fields.keySet()) {
      Map<String, String> broken = new HashMap<>(fields);
      broken.remove(name);
      boolean optional = name.equals("link") || name.equals("next_try");
      assertThat(MessageFields.read(broken).isPresent()).as(name).isEqualTo(optional);
    }
  }

  @Test
  void aKindOfALaterVersionIsPoison() {
    Map<String, String> fields =
        new HashMap<>(MessageFields.write(message(new Announcement.CustomerWanted())));
    fields.put("type", "something_new");

    assertThat(MessageFields.read(fields)).isEmpty();
  }

  private static Message message(Announcement announcement) {
    return new Message(
        new MessageId("msg_00000000000000000000000000"),
        new TenantId("ten_00000000000000000000000000"),
        AT,
        announcement);
  }
}
