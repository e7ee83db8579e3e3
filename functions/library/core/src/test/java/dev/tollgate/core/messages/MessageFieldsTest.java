package dev.tollgate.core.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MessageFieldsTest {
  private static final UserId USER = new UserId("usr_00000000000000000000000000");
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Set<String> OPTIONAL = Set.of("link", "next_try");
  private static final Instant LATER = Instant.parse("2026-06-01T12:00:00Z");
  private static final Money RUPEES = new Money(99_900, "INR");

  /** Under the very names that a message has for itself. */
  private static final Map<String, String> PUBLISHED =
      Map.of("id", "sub_1", "type", "x", "tenant_id", "ten_x", "data_", "", "", "y");

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
        new Announcement.SalesLeadReceived(USER, new LeadId("lead_00000000000000000000000000")),
        new Announcement.TrialStarted(USER, "pro", LATER),
        new Announcement.TrialEnding(USER, "pro", LATER),
        new Announcement.ChargeComing(USER, "pro", LATER),
        new Announcement.TrialEnded(USER, "pro", LATER),
        new Announcement.TrialLocked(USER, "pro"),
        new Announcement.TrialChargeFailed(
            USER, RUPEES, Optional.of(LATER), Optional.of("https://x")),
        new Announcement.AccessEnding(USER, LATER),
        new Announcement.AccessEnded(USER),
        new Announcement.PlanChanged(USER, "starter", "pro"),
        new Announcement.ComplimentaryGranted(USER, "enterprise"),
        new Announcement.ErasureScheduled(USER, LATER),
        new Announcement.ErasureUndone(USER),
        new Announcement.UsageRecorded("opr_1", Meter.OPERATIONS, 3),
        new Announcement.CustomerWanted(),
        new Announcement.AccountSuspended(USER, "3 charges were refused\nin a row"),
        new Announcement.AccountRestored(USER),
        new Announcement.LimitNear(USER, Meter.EMAILS, 95, 1_900, 2_000),
        new Announcement.ComplaintReceived("fbl_1"),
        new Announcement.BlockListed("mail.example", "zen"),
        new Announcement.ChargeRefused("in_1", 3),
        new Announcement.ChargeSettled("in_1"),
        new Announcement.NothingOwed("sub_1"),
        new Announcement.WorkResumed(),
        new Announcement.Published("subscription.changed", PUBLISHED),
        new Announcement.Published("endpoint.test", Map.of()));
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
      boolean optional = OPTIONAL.contains(name) || name.startsWith("data_");
      assertThat(MessageFields.read(broken).isPresent()).as(name).isEqualTo(optional);
    }
  }

  /** A kind that is added and not put into the list above would go untested. */
  @Test
  void everyKindThatThereIsIsAmongThese() {
    assertThat(announcements().map(Announcement::getClass).collect(Collectors.toSet()))
        .isEqualTo(kinds(Announcement.class).collect(Collectors.toSet()));
  }

  @Test
  void eachKindHasANameOfItsOwn() {
    Map<Class<?>, String> names = new HashMap<>();
    announcements()
        .forEach(
            each -> names.put(each.getClass(), MessageFields.write(message(each)).get("type")));

    assertThat(names.values()).doesNotHaveDuplicates();
  }

  @Test
  void aKindOfALaterVersionIsPoison() {
    Map<String, String> fields =
        new HashMap<>(MessageFields.write(message(new Announcement.CustomerWanted())));
    fields.put("type", "something_new");

    assertThat(MessageFields.read(fields)).isEmpty();
  }

  private static Stream<Class<?>> kinds(Class<?> kind) {
    return kind.isRecord()
        ? Stream.of(kind)
        : Stream.of(kind.getPermittedSubclasses()).flatMap(MessageFieldsTest::kinds);
  }

  private static Message message(Announcement announcement) {
    return new Message(
        new MessageId("msg_00000000000000000000000000"),
        new TenantId("ten_00000000000000000000000000"),
        AT,
        announcement);
  }
}
