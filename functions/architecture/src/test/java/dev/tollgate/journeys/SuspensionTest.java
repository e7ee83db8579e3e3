package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.PasswordPolicy;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageFields;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.core.onboarding.InstallingPlatformOwner;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.servers.WebhookReceiver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Invariant 7: a suspended tenant is stopped everywhere with the very next call, in instances that
 * have just served it too, and its queued work resumes once.
 */
class SuspensionTest {
  private static final String OWNER = "owner@example.com";
  private static final String PASSWORD = "correct horse battery";

  private World world;
  private WebhookReceiver receiver;
  private HttpDoor other;
  private Caller platform;

  @BeforeEach
  void start() {
    world =
        World.of(
            "inboxgrove",
            Map.of(
                "OUTGOING_ALLOW_LOCAL",
                "true",
                "MAIL_FROM", // of a function that is made with the others and asked for nothing
                "no-reply@tollgate.test",
                "SES_ENDPOINT",
                "http://127.0.0.1:1"),
            Map.of());
    receiver = WebhookReceiver.start();
    other = world.anotherInstance("inboxgrove", new FaultInterceptor());
    platform = platformOwner();
    platform.post("/api/v1/admin/webhook-endpoints", Map.of("url", receiver.url("/hook")));
  }

  @AfterEach
  void stop() {
    other.close();
    receiver.close();
    world.close();
  }

  @Test
  void tokenKeyAndRefreshAreStoppedAtOnceInEveryInstance() {
    Tenant tenant = tenant();
    for (HttpDoor door : List.of(world.door(), other)) {
      assertThat(tenant.person().through(door).get("/api/v1/entitlements").status()).isEqualTo(200);
      assertThat(tenant.program().through(door).get("/api/v1/entitlements").status())
          .isEqualTo(200);
    }

    Answer suspended = suspend(tenant, "Terms of service");

    assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
    for (HttpDoor door : List.of(world.door(), other)) {
      for (Caller caller : List.of(tenant.person(), tenant.program())) {
        Answer answer = caller.through(door).get("/api/v1/entitlements");
        assertThat(answer.error()).isEqualTo("tenant_suspended");
        assertThat(answer.text("reason")).isEqualTo("Terms of service");
      }
      assertThat(world.caller().through(door).refresh(tenant.session().refreshToken()).error())
          .isEqualTo("tenant_suspended");
    }
    assertThat(
            tenant
                .program()
                .post("/api/v1/quota/reservations", Map.of("meter", "domains", "amount", 1))
                .error())
        .isEqualTo("tenant_suspended");
    assertThat(tenant.person().get("/api/v1/auth/me").status()).as("to learn why").isEqualTo(200);
  }

  @Test
  void aRevokedKeyOpensNothingInAnyInstance() {
    Tenant tenant = tenant();
    assertThat(tenant.program().through(other).get("/api/v1/entitlements").status()).isEqualTo(200);

    assertThat(tenant.person().delete("/api/v1/accounts/me/api-keys/" + tenant.keyId()).status())
        .isEqualTo(204);

    for (HttpDoor door : List.of(world.door(), other)) {
      assertThat(tenant.program().through(door).get("/api/v1/entitlements").error())
          .isEqualTo("unauthenticated");
    }
  }

  @Test
  void queuedWorkWaitsAndResumesOnceAndTheTenantHearsOfBoth() {
    Tenant tenant = tenant();
    settle();
    int before = receiver.received().size();
    reachTheLimitOfDomains(tenant); // news that nobody has carried yet
    suspend(tenant, "Too many complaints");
    settle();
    assertThat(news(before)).containsExactly("tenant.suspended");

    assertThat(
            platform
                .post("/api/v1/admin/tenants/" + tenant.id().value() + "/unsuspend", "{}")
                .status())
        .isEqualTo(200);
    settle();
    settle();

    assertThat(news(before))
        .containsExactlyInAnyOrder("tenant.suspended", "tenant.restored", "limit.reached");
    assertThat(mails())
        .contains(Announcement.AccountSuspended.class, Announcement.AccountRestored.class);
    assertThat(world.count("HELD#")).isZero();
    assertThat(tenant.program().get("/api/v1/entitlements").status()).isEqualTo(200);
  }

  private record Tenant(TenantId id, Answer session, Caller person, Caller program, String keyId) {}

  private Tenant tenant() {
    String email = World.newEmail();
    Answer session = world.caller().register(email);
    world.caller().verify(world.mailedToken(Purpose.VERIFY_EMAIL, email));
    Caller person = world.caller().bearing(session.accessToken());
    Answer key =
        person.post(
            "/api/v1/accounts/me/api-keys",
            Map.of("name", "service", "scopes", List.of("quota:read", "quota:write")));
    return new Tenant(
        world.user(email).tenant(),
        session,
        person,
        world.caller().with("x-api-key", key.text("key")),
        key.text("id"));
  }

  private Answer suspend(Tenant tenant, String reason) {
    return platform.post(
        "/api/v1/admin/tenants/" + tenant.id().value() + "/suspend", Map.of("reason", reason));
  }

  private static void reachTheLimitOfDomains(Tenant tenant) {
    Answer reserved =
        tenant
            .program()
            .post("/api/v1/quota/reservations", Map.of("meter", "domains", "amount", 10));
    assertThat(reserved.status()).as(reserved.text()).isEqualTo(201);
  }

  private Caller platformOwner() {
    NewPassword password =
        switch (new PasswordPolicy().check(PASSWORD)) {
          case Checked.Valid<NewPassword> valid -> valid.value();
          case Checked.Invalid<NewPassword> invalid -> throw new AssertionError(invalid.toString());
        };
    new InstallingPlatformOwner(
            world.bean(Edition.class),
            world.bean(Directory.class),
            world.bean(Registrations.class),
            world.bean(PasswordHasher.class),
            world.bean(Time.class),
            world.bean(Ids.class))
        .install(new EmailAddress(OWNER), password);
    return world.caller().bearing(world.caller().logIn(OWNER, PASSWORD).accessToken());
  }

  private final Set<Class<?>> told = new java.util.HashSet<>();

  private Set<Class<?>> mails() {
    return told;
  }

  /** Carries the outbox to the consumers until it is empty, as relay and queues do. */
  private void settle() {
    Outbox outbox = world.bean(Outbox.class);
    for (List<Message> due = due(outbox); !due.isEmpty(); due = due(outbox)) {
      for (Message message : due) {
        if (message.announcement() instanceof Announcement.ToPerson mail) {
          told.add(mail.getClass()); // the mail itself is the business of notifications' own tests
        } else {
          consume(message);
        }
      }
      outbox.relayed(due);
    }
  }

  private List<Message> due(Outbox outbox) {
    return outbox.overdue(world.bean(Time.class).now().plus(Duration.ofDays(1)), 100);
  }

  /** Of all consumers here one knows what to do with it. */
  private void consume(Message message) {
    String body = new String(Json.write(MessageFields.write(message)), StandardCharsets.UTF_8);
    List<Verdict> verdicts = new ArrayList<>();
    for (QueueConsumer consumer : world.beans(QueueConsumer.class)) {
      verdicts.add(consumer.consume(new QueueRecord(message.id().value(), body, 1, "")));
    }
    assertThat(verdicts)
        .as(message.announcement().toString())
        .anyMatch(Verdict.Done.class::isInstance);
  }

  private List<String> news(int before) {
    return receiver.received().stream()
        .skip(before)
        .map(each -> (Map<?, ?>) Json.read(each.body().getBytes(StandardCharsets.UTF_8)))
        .map(payload -> (String) payload.get("type"))
        .toList();
  }
}
