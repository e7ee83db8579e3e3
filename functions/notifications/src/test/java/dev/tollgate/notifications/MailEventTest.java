package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Suppressions.Cause;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.events.Verdict;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mail service says of our mails, and what follows. */
final class MailEventTest {
  private static final Verdict DONE = new Verdict.Done();
  private static final Announcement MAIL = new Announcement.PasswordChanged(People.USER);

  private static final Announcement LIMIT =
      new Announcement.LimitNear(People.USER, Meter.RECORDS, 80, 8, 10);

  private final World world = new World();

  @Test
  void aMailboxThatIsGoneGetsNoFurtherMail() {
    assertThat(world.deliver(bounce("Permanent", "Asha@Example.test"))).isEqualTo(DONE);

    assertThat(world.find(People.ADDRESS).orElseThrow().cause()).isEqualTo(Cause.BOUNCE);
    assertThat(world.deliver(MAIL)).isEqualTo(DONE);
    assertThat(world.mails).isEmpty();
    assertThat(world.logged()).contains("suppressed address").doesNotContain("example.test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transient", "Undetermined"})
  void aBounceThatMayPassChangesNothing(String type) {
    assertThat(world.deliver(bounce(type, "asha@example.test"))).isEqualTo(DONE);

    assertThat(world.suppressed).isEmpty();
    assertThat(world.deliver(MAIL)).isEqualTo(DONE);
    assertThat(world.mails).hasSize(1);
  }

  @Test
  void anotherAddressIsNotHeldBack() {
    world.deliver(bounce("Permanent", "old@example.test"));

    world.deliver(MAIL);
    assertThat(world.mails).hasSize(1);
  }

  @Test
  void aComplaintAboutOurOwnMailCountsAgainstNobody() {
    assertThat(world.deliver(complaint("abuse", "{}"))).isEqualTo(DONE);

    assertThat(world.find(People.ADDRESS).orElseThrow().cause()).isEqualTo(Cause.COMPLAINT);
    assertThat(world.told).isEmpty();
  }

  @Test
  void aComplaintAboutATenantsMailCountsAgainstThatTenant() {
    String tags = "{\"tenant\":[\"" + People.TENANT.value() + "\"]}";
    assertThat(world.deliver(complaint("abuse", tags))).isEqualTo(DONE);

    assertThat(world.told).hasSize(1);
    assertThat(world.told.getFirst().tenant()).isEqualTo(People.TENANT);
    assertThat(world.told.getFirst().announcement())
        .isEqualTo(new Announcement.ComplaintReceived("feedback-1"));
  }

  @Test
  void aMailThatWasNeverSentForAnOldComplaintCountsAgainstNobody() {
    String tags = "{\"tenant\":[\"" + People.TENANT.value() + "\"]}";
    String event =
        complaint("abuse", tags)
            .replace(
                "\"feedbackId\"",
                "\"complaintSubType\":\"OnAccountSuppressionList\",\"feedbackId\"");
    assertThat(event).contains("complaintSubType");
    assertThat(world.deliver(event)).isEqualTo(DONE);

    assertThat(world.find(People.ADDRESS)).isPresent();
    assertThat(world.told).isEmpty();
  }

  @Test
  void theServicesFirstWordToANewTopicIsNoEvent() {
    assertThat(world.deliver("Successfully validated SNS topic for Amazon SES event publishing.\n"))
        .isEqualTo(DONE);

    assertThat(world.calls.made).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-spam", "auth-failure"})
  void whatIsNoComplaintIsNotTakenForOne(String type) {
    assertThat(world.deliver(complaint(type, "{}"))).isEqualTo(DONE);

    assertThat(world.suppressed).isEmpty();
  }

  @Test
  void aTagThatIsNoTenantIsLeftOut() {
    assertThat(MailEvent.read(complaint("abuse", "{\"tenant\":[\"x\"]}")).orElseThrow())
        .isInstanceOfSatisfying(
            MailEvent.Complained.class,
            complained ->
                assertThat(complained.onBehalfOf()).isEqualTo(Optional.<TenantId>empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Send", "Delivery", "Open", "OfALaterVersion"})
  void otherEventsAreOfNoConsequence(String type) {
    assertThat(world.deliver("{\"eventType\":\"" + type + "\"}")).isEqualTo(DONE);
    assertThat(world.suppressed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventType\":\"Bounce\"}",
        "{\"eventType\":\"Bounce\",\"bounce\":{}}",
        "{\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\"}}",
        "{\"eventType\":\"Complaint\",\"complaint\":{\"complainedRecipients\":[]}}",
        "{\"eventType\":7}"
      })
  void whatIsNoWholeEventIsParked(String body) {
    assertThat(world.deliver(body)).isInstanceOf(Verdict.Park.class);
  }

  @Test
  void whoTurnedAlertsOffGetsNoneAndStillHearsOfTheirSecurity() {
    world.recipient = Optional.of(People.without(Map.of(MailTopic.LIMIT_ALERTS, false)));

    Message second =
        new Message(
            new MessageId("msg_01dddddddddddddddddddddddd"), People.TENANT, People.NOW, MAIL);

    assertThat(world.deliver(LIMIT)).isEqualTo(DONE);
    assertThat(world.mails).isEmpty();
    assertThat(world.deliver(MessageBody.write(second))).isEqualTo(DONE);
    assertThat(world.mails).hasSize(1);
  }

  @Test
  void aMailThatCanBeTurnedOffSaysHow() {
    world.deliver(LIMIT);

    String link = world.mails.getFirst().headers().getOrDefault("List-Unsubscribe", "");
    assertThat(link)
        .startsWith("<https://api.tollgate.test/api/v1/notifications/unsubscribe?token=");
    assertThat(link).endsWith("&topic=limit_alerts>");
    assertThat(world.mails.getFirst().headers())
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    assertThat(world.mails.getFirst().text()).contains(link.substring(1, link.length() - 1));
  }

  @Test
  void whatCannotBeTurnedOffHasNoSuchLink() {
    world.deliver(MAIL);

    assertThat(world.mails.getFirst().headers()).isEmpty();
    assertThat(world.tokens).isEmpty();
  }

  private static String bounce(String type, String address) {
    return """
    {"eventType":"Bounce","bounce":{"bounceType":"%s","bounceSubType":"General",\
    "bouncedRecipients":[{"emailAddress":"%s","action":"failed"}],\
    "feedbackId":"feedback-1"},"mail":{"tags":{}}}\
    """
        .formatted(type, address);
  }

  private static String complaint(String type, String tags) {
    return """
    {"eventType":"Complaint","complaint":{"complaintFeedbackType":"%s",\
    "complainedRecipients":[{"emailAddress":"asha@example.test"}],\
    "feedbackId":"feedback-1"},"mail":{"tags":%s}}\
    """
        .formatted(type, tags);
  }
}
