package dev.tollgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.runtime.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClient;

final class AwsClientsTest {
  private final List<Integer> peers = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          peers.add(exchange.getRemoteAddress().getPort());
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.getRequestBody().readAllBytes();
          byte[] answer = "{\"QueueUrls\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void signsForTheGivenRegionWithTheGivenKeys() {
    AwsClients clients = new AwsClients(new Environment(variables()), List.of());

    sqs(clients).listQueues();

    assertThat(authorizations).singleElement().asString().contains("Credential=key-1/");
    assertThat(authorizations).singleElement().asString().contains("/ap-south-1/sqs/");
  }

  @Test
  void keepsAConnectionUntilACopyIsMade() {
    AwsClients clients = new AwsClients(new Environment(variables()), List.of());
    SqsClient sqs = sqs(clients);
    sqs.listQueues();
    sqs.listQueues();

    clients.restored();
    sqs.listQueues();

    assertThat(peers.get(1)).isEqualTo(peers.get(0));
    assertThat(peers.get(2)).isNotEqualTo(peers.get(0));
  }

  @Test
  void runsTheInterceptorsOfTheContext() {
    AtomicInteger calls = new AtomicInteger();
    ExecutionInterceptor counting =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes with) {
            calls.incrementAndGet();
          }
        };
    try (ApplicationContext context = FunctionContext.start(variables())) {
      context.registerSingleton(ExecutionInterceptor.class, counting);

      sqs(context.getBean(AwsClients.class)).listQueues();
    }
    assertThat(calls).hasValue(1);
  }

  @Test
  void needsNoInterceptor() {
    try (ApplicationContext context = FunctionContext.start(variables())) {
      sqs(context.getBean(AwsClients.class)).listQueues();
    }
    assertThat(peers).hasSize(1);
  }

  @Test
  void doesNotStartWithoutARegion() {
    Map<String, String> variables = new HashMap<>(variables());
    variables.remove("AWS_REGION");

    assertThatThrownBy(() -> new AwsClients(new Environment(variables), List.of()))
        .hasMessageContaining("AWS_REGION");
  }

  private static SqsClient sqs(AwsClients clients) {
    return clients.configure(SqsClient.builder(), Optional.of("SQS_ENDPOINT")).build();
  }

  private Map<String, String> variables() {
    return Map.of(
        "STAGE", "local",
        "AWS_REGION", "ap-south-1",
        "AWS_ACCESS_KEY_ID", "key-1",
        "AWS_SECRET_ACCESS_KEY", "secret",
        "SQS_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort());
  }
}
