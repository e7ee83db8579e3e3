package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.mailing.SendingForTenant;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Suppressions.Cause;
import dev.tollgate.core.messages.Suppressions.Suppression;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mails that tenants send: counted once each and never over the limit; and who gets none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailsDynamoTest {
  private static final EmailAddress THEM = new EmailAddress("them@example.test");

  private final ATable world = new ATable();
  private final SuppressionsDynamo suppressions = new SuppressionsDynamo(world.table);
  private final List<Mail> sent = Collections.synchronizedList(new ArrayList<>());
  private Mailer.Outcome answer = new Mailer.Outcome.Accepted();
  private final Desk desk = new Desk(world.table, "tollgate", new Desk.Hands());
  private final SendingForTenant sending = sending(desk, suppressions);

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void mailsAtOnceNeverPassTheLimit() {
    Tenancy tenancy = Desk.tenant(Map.of(Meter.EMAILS, 7L));
    FaultInterceptor faults = new FaultInterceptor();
    try (ATable.Client client = world.client(faults)) {
      SendingForTenant contended =
          sending(
              new Desk(client.table(), "tollgate", desk.time),
              new SuppressionsDynamo(client.table()));
      faults.hold(Gate.after("BatchGetItem", 20));
      int before = sent.size();
      List<Callable<SendingForTenant.Outcome>> mails = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        mails.add(() -> contended.send(tenancy, message(), mail(THEM)));
      }

      List<SendingForTenant.Outcome> outcomes = Race.run(mails);

      assertThat(outcomes.stream().filter(SendingForTenant.Sent.class::isInstance)).hasSize(7);
      assertThat(outcomes.stream().filter(SendingForTenant.Full.class::isInstance)).hasSize(13);
      assertThat(sent).hasSize(before + 7);
      assertThat(desk.used(tenancy, Meter.EMAILS)).isEqualTo(7);
    }
  }

  @Test
  void aMessageThatComesAgainIsOneMailAndCountsOnce() {
    Tenancy tenancy = Desk.tenant(Map.of(Meter.EMAILS, 7L));
    MessageId message = message();
    int before = sent.size();

    assertThat(sending.send(tenancy, message, mail(THEM))).isEqualTo(new SendingForTenant.Sent());
    assertThat(sending.send(tenancy, message, mail(THEM)))
        .isEqualTo(new SendingForTenant.SentBefore());

    assertThat(sent).hasSize(before + 1);
    assertThat(sent.getLast().onBehalfOf()).contains(tenancy.account().id());
    assertThat(desk.used(tenancy, Meter.EMAILS)).isEqualTo(1);
  }

  /** The answer of the mail service was lost; the queue brings the message again. */
  @Test
  void aMailOfUnknownFateIsTriedAgainAndCountsOnce() {
    Tenancy tenancy = Desk.tenant(Map.of(Meter.EMAILS, 7L));
    MessageId message = message();
    SendingForTenant broken =
        new SendingForTenant(
            desk.reserving,
            desk.settling,
            suppressions,
            _ -> {
              throw new Unavailable("no answer");
            });

    assertThatThrownBy(() -> broken.send(tenancy, message, mail(THEM)))
        .isInstanceOf(Unavailable.class);
    assertThat(desk.used(tenancy, Meter.EMAILS)).isEqualTo(1);
    assertThat(sending.send(tenancy, message, mail(THEM))).isEqualTo(new SendingForTenant.Sent());
    assertThat(desk.used(tenancy, Meter.EMAILS)).isEqualTo(1);
  }

  @Test
  void aMailThatIsRefusedIsGivenBack() {
    Tenancy tenancy = Desk.tenant(Map.of(Meter.EMAILS, 7L));
    MessageId message = message();
    answer = new Mailer.Outcome.Refused("message_rejected");
    try {
      assertThat(sending.send(tenancy, message, mail(THEM)))
          .isEqualTo(new SendingForTenant.Refused("message_rejected"));
    } finally {
      answer = new Mailer.Outcome.Accepted();
    }

    assertThat(desk.used(tenancy, Meter.EMAILS)).isZero();
    assertThat(sending.send(tenancy, message, mail(THEM)))
        .isEqualTo(new SendingForTenant.Refused("refused_before"));
  }

  @Test
  void anAddressThatGetsNoMailCostsNothing() {
    Tenancy tenancy = Desk.tenant(Map.of(Meter.EMAILS, 7L));
    EmailAddress gone = new EmailAddress("gone@example.test");
    suppressions.suppress(gone, new Suppression(Cause.BOUNCE, Some.NOW), Optional.empty());

    assertThat(sending.send(tenancy, message(), mail(gone)))
        .isEqualTo(new SendingForTenant.Suppressed());
    assertThat(desk.used(tenancy, Meter.EMAILS)).isZero();

    TenantId platform = Some.tenant();
    assertThat(suppressions.lift(gone, Some.entry(platform))).isTrue();
    assertThat(suppressions.lift(gone, Some.entry(platform))).isFalse();
    assertThat(world.items(Key.tenant(platform), "AUDIT#")).as("who lifted it").hasSize(1);
    assertThat(sending.send(tenancy, message(), mail(gone))).isEqualTo(new SendingForTenant.Sent());
  }

  @Test
  void theFirstReasonStaysAndTheAddressStandsNowhere() {
    EmailAddress address = new EmailAddress("secretive@example.test");
    suppressions.suppress(address, new Suppression(Cause.COMPLAINT, Some.NOW), Optional.empty());
    Tenancy tenancy = Desk.tenant(Map.of());
    Message strike =
        Message.of(
            new Announcement.ComplaintReceived("feedback-1"),
            tenancy.account().id(),
            Some.NOW,
            Some.IDS);
    suppressions.suppress(
        address, new Suppression(Cause.BOUNCE, Some.NOW.plusSeconds(9)), Optional.of(strike));

    assertThat(suppressions.find(address)).contains(new Suppression(Cause.COMPLAINT, Some.NOW));
    assertThat(world.items(Key.tenant(tenancy.account().id()), "OUTBOX#")).hasSize(1);
    assertThat(world.keys("SUPPRESSED#")).noneMatch(key -> key.contains("secretive"));
  }

  private SendingForTenant sending(Desk own, SuppressionsDynamo known) {
    return new SendingForTenant(
        own.reserving,
        own.settling,
        known,
        mail -> {
          if (answer instanceof Mailer.Outcome.Accepted) {
            sent.add(mail);
          }
          return answer;
        });
  }

  private static MessageId message() {
    return Some.IDS.message(Some.NOW);
  }

  private static Mail mail(EmailAddress to) {
    return new Mail(to, "An invoice", "Here it is.", "<p>Here it is.</p>");
  }
}
