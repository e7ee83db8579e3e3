package dev.tollgate.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.messages.Announcement.VerificationRequested;
import dev.tollgate.core.messages.Consumer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageQueue;
import dev.tollgate.lambda.runtime.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** SQS takes a part of a batch only when it is unwell, which no local server can be made to be. */
final class PartialBatchTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String SECOND_REFUSED =
      """
      {"Successful":[],"Failed":[{"Id":"1","Code":"InternalError","SenderFault":false}]}\
      """;

  @Test
  void namesTheMessagesThatWereNotTaken() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] answer = SECOND_REFUSED.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    List<Message> messages = messages(new Ids(new Random(1)));

    try (ApplicationContext context = function(server.getAddress().getPort())) {
      assertThat(context.getBean(MessageQueue.class).send(Consumer.NOTIFICATIONS, messages))
          .containsExactlyInAnyOrder(messages.get(1).id(), messages.get(11).id());
    } finally {
      server.stop(0);
    }
  }

  /** Two batches: one of ten and one of two. */
  private static List<Message> messages(Ids ids) {
    return IntStream.range(0, 12)
        .mapToObj(
            _ -> Message.of(new VerificationRequested(ids.user(NOW)), ids.tenant(NOW), NOW, ids))
        .toList();
  }

  private static ApplicationContext function(int port) {
    return FunctionContext.start(
        Map.of(
            "STAGE", "local",
            "AWS_REGION", "local-1",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "SQS_ENDPOINT", "http://127.0.0.1:" + port,
            "NOTIFICATIONS_QUEUE_URL", "http://127.0.0.1:" + port + "/000000000000/q",
            "METERING_QUEUE_URL", "http://127.0.0.1:" + port + "/000000000000/m",
            "KILL_SWITCH_QUEUE_URL", "http://127.0.0.1:" + port + "/000000000000/k",
            "OUTGOING_QUEUE_URL", "http://127.0.0.1:" + port + "/000000000000/o"));
  }
}
