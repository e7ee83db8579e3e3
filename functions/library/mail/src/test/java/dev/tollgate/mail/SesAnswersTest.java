package dev.tollgate.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.core.messages.Mailer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SES says in the cloud and no stand-in does: a server with one answer for everything. */
final class SesAnswersTest {
  private static final Mail MAIL =
      new Mail(new EmailAddress("asha@example.test"), "subject", "text", "<p>html</p>");

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void aRejectedMessageIsRefused() throws IOException {
    assertThat(sendTo(400, "MessageRejected", "Email address is on the suppression list"))
        .isEqualTo(new Mailer.Outcome.Refused("message_rejected"));
  }

  /** Each once: a second try would be a second mail whenever only the answer was lost. */
  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException, Maximum sending rate exceeded",
    "400, LimitExceededException, Daily message quota exceeded",
    "400, SendingPausedException, Sending is paused",
    "400, AccountSuspendedException, Account is suspended",
    "400, MailFromDomainNotVerifiedException, MAIL FROM is not verified",
    "400, MessageRejected, Email address is not verified. a@b.test failed the check",
    "403, AccessDeniedException, not allowed",
    "500, InternalFailure, trouble",
    "503, ServiceUnavailable, trouble"
  })
  void whatConcernsAllMailsMayPass(int status, String code, String message) throws IOException {
    assertThatThrownBy(() -> sendTo(status, code, message))
        .isInstanceOf(Unavailable.class)
        .hasMessageNotContaining("a@b.test");
    assertThat(calls).hasValue(1);
  }

  private Mailer.Outcome sendTo(int status, String code, String message) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (ApplicationContext context = SesMailerTest.function(endpoint, "a@b.test")) {
      return context.getBean(Mailer.class).send(MAIL);
    } finally {
      server.stop(0);
    }
  }
}
