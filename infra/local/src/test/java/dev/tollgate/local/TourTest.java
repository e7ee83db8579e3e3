package dev.tollgate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.fake.Chosen;
import dev.tollgate.local.functions.JarFunctions;
import dev.tollgate.local.people.PlatformOwner;
import dev.tollgate.local.stripe.PlansOnSale;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour, through the packages that are deployed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourTest {
  private static final String EMAIL = "tour.canary@example.com";
  private static final String PASSWORD = "canary password of the tour";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private Options options;
  private LocalStack stack;

  @BeforeAll
  void start(@TempDir Path data) {
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    options =
        Options.inMemory(Path.of("../.."))
            .withData(data)
            .withSeeds(List.of(new PlatformOwner(), new PlansOnSale()));
    stack = LocalStack.start(options);
  }

  @AfterAll
  void stop() {
    System.setOut(out);
    stack.close();
    client.close();
  }

  @Test
  @Order(1)
  void fromSignUpToFirstLoginAndOut() {
    Visitor ada = visitor(EMAIL);
    ada.signUp();
    assertThat(ada.mails().get(0).path("html").asText())
        .contains("&lt;b&gt;Ada")
        .doesNotContain("<b>Ada");

    JsonNode session = ada.logIn();
    String refreshToken = session.path("refresh_token").asText();
    JsonNode next =
        Visitor.ok(
            ada.post("/api/v1/auth/refresh", "{\"refresh_token\":\"" + refreshToken + "\"}"));
    assertThat(Visitor.ok(ada.get("/api/v1/auth/me")).at("/user/email").asText()).isEqualTo(EMAIL);

    assertThat(ada.post("/api/v1/auth/logout", "").statusCode()).isEqualTo(204);
    assertThat(ada.get("/api/v1/auth/me").statusCode()).isEqualTo(401);
    assertThat(log.toString(StandardCharsets.UTF_8))
        .as("no secret and no address in any log line")
        .contains("POST /api/v1/auth/register")
        .doesNotContain(EMAIL, PASSWORD, ada.token(), refreshToken, "Ada")
        .doesNotContain(session.path("access_token").asText(), next.path("access_token").asText());
  }

  @Test
  @Order(2)
  void documentsAreServedAndThePlatformOwnerIsThere() {
    Visitor visitor = visitor(EMAIL);
    assertThat(visitor.get("/docs").body()).contains("rapi-doc");
    assertThat(Visitor.ok(visitor.get("/api/v1/openapi.json")).at("/paths").size())
        .isGreaterThan(10);
    Visitor owner = new Visitor(client, stack, PlatformOwner.EMAIL, PlatformOwner.PASSWORD);
    assertThat(owner.logIn().path("access_token").asText()).isNotEmpty();
  }

  @Test
  @Order(3)
  void fromATrialToAReceiptThePortalAndARestart() {
    Visitor buyer = visitor("buyer.canary@example.com");
    buyer.signUp();
    assertThat(buyer.subscription().path("status").asText()).isEqualTo("trialing");

    buyer.buy("pro");
    assertThat(buyer.subscription().path("status").asText()).isEqualTo("trialing");
    assertThat(buyer.subscription().path("plan").asText()).isEqualTo("pro");
    assertThat(subjects(buyer)).noneMatch(subject -> subject.contains("receipt"));

    pass(buyer, Duration.ofDays(16));
    assertThat(buyer.subscription().path("status").asText()).isEqualTo("active");
    assertThat(buyer.subscription().path("is_paid").asBoolean()).isTrue();
    assertThat(subjects(buyer)).filteredOn(subject -> subject.contains("receipt")).hasSize(1);

    assertThat(Visitor.ok(buyer.post("/api/v1/billing/portal-session", "{}")).path("url").asText())
        .startsWith(stack.stripe().baseUri().toString());
    Visitor.ok(buyer.post("/api/v1/billing/subscription/cancel", "{\"at_period_end\":true}"));
    stack.settle();
    assertThat(buyer.subscription().path("cancel_at_period_end").asBoolean()).isTrue();
    assertThat(log.toString(StandardCharsets.UTF_8))
        .doesNotContain("buyer.canary@example.com", "sk_test_local", "whsec_local");

    stack.close();
    stack =
        LocalStack.start(
            options.withFunctions(
                new Chosen(new JarFunctions(Path.of("../..")), "Login", "Billing")));
    Visitor back = buyer.at(stack);
    back.logIn();
    assertThat(back.subscription().path("status").asText()).isEqualTo("active");
    assertThat(back.subscription().path("is_paid").asBoolean()).isTrue();
    assertThat(back.subscription().path("cancel_at_period_end").asBoolean()).isTrue();
    assertThat(Visitor.ok(back.get("/api/v1/billing/invoices")).path("items"))
        .as("asked of the stand-in, which has forgotten nothing")
        .hasSizeGreaterThan(1);
  }

  /** Tokens do not outlive it. */
  private void pass(Visitor person, Duration time) {
    stack.moveTo(stack.clock().instant().plus(time));
    person.logIn();
  }

  private static List<String> subjects(Visitor person) {
    return person.mails().valueStream().map(mail -> mail.path("subject").asText()).toList();
  }

  private Visitor visitor(String email) {
    return new Visitor(client, stack, email, PASSWORD);
  }
}
