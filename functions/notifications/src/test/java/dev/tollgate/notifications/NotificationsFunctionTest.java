package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.messages.Announcement.VerificationRequested;
import dev.tollgate.core.onboarding.Registration;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.lambda.events.EventDoor;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.testkit.servers.AwsBackend;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.Mail;
import dev.tollgate.testkit.servers.MailServer;
import dev.tollgate.testkit.servers.TableDefinition;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function as Lambda starts it, over a real table and a real mail server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NotificationsFunctionTest {
  private static final String TABLE = AwsBackend.unique("tollgate");

  private final AwsBackend aws = AwsBackend.start();
  private final MailServer mail = MailServer.inMemory(() -> People.NOW);

  @AfterAll
  void stop() {
    mail.close();
    aws.close();
  }

  @Test
  void aMessageBecomesAMailWhoseLinkTheTableKnowsAndPoisonIsLeft() {
    try (DynamoDbClient client = aws.dynamoDb()) {
      TableDefinition.ofProject().create(client, TABLE);
    }
    ApplicationContext context = FunctionContext.start(environment());
    try (EventDoor door = new EventDoor(context)) {
      register(context.getBean(Registrations.class), People.asha());
      String body = MessageBody.write(World.message(new VerificationRequested(People.USER)));

      assertThat(call(door, event(body, "{}", body)))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"id-1\"}]}");

      assertThat(mail.box().all()).hasSize(1);
      Mail received = mail.box().to(People.ADDRESS.value()).getFirst();
      assertThat(received.subject()).isEqualTo("Confirm your e-mail address for Tollgate");
      assertThat(received.html()).contains("Rao &amp; Daughters");
      String secret = LinksInMail.token(received.text());
      assertThat(context.getBean(OneTimeTokens.class).find(Fingerprint.of(secret))).isPresent();
    }
  }

  private static void register(Registrations registrations, Member member) {
    AuditEntry entry =
        AuditEntry.of(
            AuditAction.EMAIL_VERIFIED,
            People.TENANT,
            People.USER,
            new Client("192.0.2.1", ""),
            People.NOW,
            new Ids(new Random(1)));
    assertThat(
            registrations.save(
                new Registration(
                    member,
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    entry,
                    Optional.empty())))
        .isInstanceOf(Registrations.Outcome.Saved.class);
  }

  private static String event(String... bodies) {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < bodies.length; i++) {
      records.append(i == 0 ? "" : ",");
      records.append(
          "{\"messageId\":\"id-%d\",\"body\":\"%s\",\"eventSource\":\"aws:sqs\","
              .formatted(i, bodies[i].replace("\"", "\\\"")));
      records.append("\"attributes\":{\"ApproximateReceiveCount\":\"1\"}}");
    }
    return "{\"Records\":[" + records + "]}";
  }

  private static String call(EventDoor door, String event) {
    return new String(door.handle(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("STAGE", "local"),
        Map.entry("EDITION", "tollgate"),
        Map.entry("TABLE_NAME", TABLE),
        Map.entry("API_URL", "https://api.tollgate.test"),
        Map.entry("FRONTEND_URL", World.FRONTEND),
        Map.entry("MAIL_FROM", "no-reply@tollgate.local"),
        Map.entry("DYNAMODB_ENDPOINT", aws.dynamoDbEndpoint().toString()),
        Map.entry("SES_ENDPOINT", mail.sesEndpoint().toString()),
        Map.entry("AWS_REGION", LocalAws.REGION),
        Map.entry("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY_ID),
        Map.entry("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_ACCESS_KEY));
  }
}
