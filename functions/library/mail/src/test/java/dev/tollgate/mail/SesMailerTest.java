package dev.tollgate.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.testkit.servers.MailServer;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SesMailerTest {
  private static final Mail MAIL =
      new Mail(
          new EmailAddress("asha@example.test"),
          "₹ दिवाली für Zoë",
          "Hello Zoë,\n₹ 100\n",
          "<!doctype html><p>Hello <b>Zoë</b> &amp; ₹</p>\n");

  @Test
  void aMailArrivesInBothFormsAndAnyScript() {
    try (MailServer server = MailServer.inMemory(() -> Instant.EPOCH);
        ApplicationContext context = function(server.sesEndpoint(), "no-reply@tollgate.local")) {
      assertThat(context.getBean(Mailer.class).send(MAIL)).isEqualTo(new Mailer.Outcome.Accepted());

      assertThat(server.box().to("asha@example.test"))
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.subject()).isEqualTo(MAIL.subject());
                assertThat(mail.text()).isEqualToNormalizingNewlines(MAIL.text());
                assertThat(mail.html()).isEqualToNormalizingNewlines(MAIL.html());
              });
    }
  }

  /** Only a mail that a tenant sends names it, and only with a set are there events at all. */
  @Test
  void headersAndTheTenantsTagGoAlong() {
    List<String> events = new ArrayList<>();
    try (MailServer server = MailServer.inMemory(() -> Instant.EPOCH);
        ApplicationContext context = function(server.sesEndpoint(), "a@b.test", "tollgate-mail")) {
      server.onEvent(events::add);
      Mail complained =
          new Mail(new EmailAddress("complaint@simulator.amazonses.com"), "s", "t", "<p>h</p>");
      Mailer mailer = context.getBean(Mailer.class);
      TenantId tenant = new TenantId("ten_" + "0".repeat(26));

      mailer.send(complained.withHeaders(Map.of("List-Unsubscribe", "<https://x.test/u>")));
      mailer.send(complained.sentFor(tenant));
      mailer.send(MAIL);
    }
    assertThat(events).hasSize(2);
    assertThat(events.get(0))
        .contains("\"eventType\":\"Complaint\"", "\"tags\":{}", "complaint@simulator");
    assertThat(events.get(1)).contains("\"tags\":{\"tenant\":[\"ten_000");
  }

  @Test
  void aRefusedMailIsAValue() {
    try (MailServer server = MailServer.inMemory(() -> Instant.EPOCH);
        ApplicationContext context = function(server.sesEndpoint(), "no address")) {
      assertThat(context.getBean(Mailer.class).send(MAIL))
          .isEqualTo(new Mailer.Outcome.Refused("bad_request"));
    }
  }

  @Test
  void aFunctionWithoutASenderDoesNotStart() {
    try (ApplicationContext context = function(URI.create("http://127.0.0.1:1"), "")) {
      assertThatThrownBy(() -> context.getBean(Mailer.class)).hasMessageContaining("MAIL_FROM");
    }
  }

  @Test
  void nobodyThereIsUnavailable() {
    try (ApplicationContext context = function(URI.create("http://127.0.0.1:1"), "a@b.test")) {
      Mailer mailer = context.getBean(Mailer.class);
      assertThatThrownBy(() -> mailer.send(MAIL)).isInstanceOf(Unavailable.class);
    }
  }

  static ApplicationContext function(URI endpoint, String from) {
    return function(endpoint, from, "");
  }

  private static ApplicationContext function(URI endpoint, String from, String events) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of(
                "STAGE", "local",
                "AWS_REGION", "local-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "MAIL_FROM", from));
    variables.put("MAIL_EVENTS", events);
    variables.put("SES_ENDPOINT", endpoint.toString());
    return FunctionContext.start(variables);
  }
}
