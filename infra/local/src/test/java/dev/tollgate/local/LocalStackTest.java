package dev.tollgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.fake.FakeFunctions;
import dev.tollgate.local.fake.Fakes;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackTest {
  private static final Path SMALL = Path.of("src/test/resources/small-template.yaml");

  private final FakeFunctions functions = new FakeFunctions();
  private final HttpClient client = HttpClient.newHttpClient();
  private LocalStack stack = LocalStack.start(options(functions));

  static Options options(FakeFunctions functions) {
    return Options.inMemory(Path.of("../.."))
        .withTemplate(SMALL)
        .withFunctions(functions)
        .withPatience(Duration.ofSeconds(10));
  }

  @BeforeAll
  void connect() {
    functions.connect(stack.dynamoDbEndpoint(), stack.queueEndpoint());
  }

  @AfterAll
  void stop() {
    client.close();
    stack.close();
  }

  @Test
  void aWriteTravelsThroughStreamAndQueueBeforeSettlingAnswers() throws Exception {
    post("/put", "letter-1");
    HttpResponse<String> settled = post("/_local/settle", "");

    assertThat(settled.statusCode()).isEqualTo(200);
    assertThat(json(settled).path("settled").asBoolean()).isTrue();
    assertThat(functions.letters).contains("letter-1");
  }

  @Test
  void poisonShowsUpAsDeadAndDoesNotKeepTheStackFromSettling() throws Exception {
    post("/put", "poison");
    assertThat(post("/_local/settle", "").statusCode()).isEqualTo(200);

    JsonNode queues = json(get("/_local/queues"));
    assertThat(queues.path("letters").path("dead").asInt()).isEqualTo(1);
    assertThat(queues.path("letters").path("visible").asInt()).isZero();
    assertThat(queues.path("letters").path("in_flight").asInt()).isZero();
    assertThat(queues).hasSize(1);
  }

  @Test
  void theClockMovesAndItsSchedulesRun() throws Exception {
    Instant before = Instant.parse(json(get("/_local/clock")).path("now").asText());
    int fired = functions.schedules.size();
    HttpResponse<String> moved = post("/_local/clock", "{\"advance\":\"P3DT1H\"}");

    assertThat(moved.statusCode()).isEqualTo(200);
    assertThat(Instant.parse(json(moved).path("now").asText()))
        .isAfterOrEqualTo(before.plus(Duration.ofHours(73)));
    assertThat(functions.schedules).hasSize(fired + 3).contains("night");
  }

  @Test
  void nobodysClockIsNotMoved() throws Exception {
    String tenant = "ten_00000000000000000000000009";
    HttpResponse<String> moved =
        post("/_local/clock", "{\"advance\":\"P40D\",\"tenant_id\":\"" + tenant + "\"}");

    assertThat(moved.statusCode()).isEqualTo(404);
    assertThat(json(get("/_local/clock")).path("tenants").has(tenant)).isFalse();
    assertThat(System.getProperty("tollgate.clock.offset." + tenant)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        " | 400",
        "[] | 400",
        "{ | 400",
        "null | 400",
        "{} | 422",
        "{\"advance\":\"P1D\",\"to\":\"2040-01-01T00:00:00Z\"} | 422",
        "{\"advance\":\"yesterday\"} | 422",
        "{\"advance\":\"-P1D\"} | 422",
        "{\"advance\":\"PT0S\"} | 422",
        "{\"advance\":\"P999999999Y\"} | 422",
        "{\"advance\":\"P11Y\"} | 422",
        "{\"advance\":14} | 422",
        "{\"advance\":{\"days\":1}} | 422",
        "{\"to\":\"2020-01-01T00:00:00Z\"} | 422",
        "{\"to\":\"tomorrow\"} | 422",
        "{\"advance\":\"P1D\",\"tenant_id\":\"x\"} | 422",
        "{\"advance\":\"P1D\",\"tenant_id\":7} | 422",
      })
  void badInputToTheClockIsAProblemOfTheClient(String body, int status) throws Exception {
    HttpResponse<String> refused = post("/_local/clock", body == null ? "" : body);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(json(refused).path("error").asText())
        .isEqualTo(status == 400 ? "malformed_request" : "validation_failed");
  }

  @Test
  void settlingSaysWhatIsStuck() throws Exception {
    FakeFunctions own = new FakeFunctions();
    try (LocalStack other = LocalStack.start(options(own).withPatience(Duration.ofMillis(200)));
        HttpClient late = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> hanging =
          late.sendAsync(
              HttpRequest.newBuilder(other.baseUri().resolve("/hang")).build(),
              BodyHandlers.ofString());
      HttpResponse<String> answer;
      do {
        answer =
            client.send(
                HttpRequest.newBuilder(other.baseUri().resolve("/_local/settle"))
                    .POST(BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString());
      } while (answer.statusCode() == 200); // the request has not arrived yet

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(json(answer).path("stuck"))
          .extracting(JsonNode::asText)
          .contains("function Web is running");
      own.hang.countDown();
      assertThat(hanging.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTakenPortIsRefusedWithOneLineThatNamesIt() {
    int port = stack.baseUri().getPort();
    assertThatThrownBy(() -> LocalStack.start(options(functions).withPort(port)))
        .isInstanceOf(StartRefused.class)
        .hasMessage("Port " + port + " is taken; choose another with -Dport=.");
  }

  @Test
  void aTakenPortAfterItIsRefusedWithOneLineThatNamesIt() throws IOException {
    try (ServerSocket taken = portAfterAFreeOne()) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> LocalStack.start(options(functions).withPort(port - 1)))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "Port " + port + ", for the Stripe stand-in, is taken; choose others with -Dport=.");
    }
  }

  private static ServerSocket portAfterAFreeOne() throws IOException {
    while (true) {
      ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      try (ServerSocket before =
          new ServerSocket(taken.getLocalPort() - 1, 1, InetAddress.getLoopbackAddress())) {
        assertThat(before.isBound()).isTrue();
        return taken;
      } catch (BindException e) {
        taken.close();
      }
    }
  }

  @Test
  void functionsGetWhatTheTemplateGrantsAndNothingElse() {
    assertThat(functions.environments.get("Mailer"))
        .containsKeys("STAGE", "SES_ENDPOINT", "AWS_REGION", "AWS_LAMBDA_FUNCTION_NAME")
        .doesNotContainKeys("TABLE_NAME", "QUEUE_URL", "PATH");
    assertThat(functions.environments.get("Web"))
        .containsEntry("STAGE", "local")
        .containsEntry("TABLE_NAME", "tollgate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_local",
        "/_local/assets/desk.css",
        "/_local/assets/desk.js",
        "/_local/assets/app.js",
        "/_local/app/verify-email?token=x",
        "/_local/app/reset-password?token=x",
        "/_local/mail",
        "/_local/mail?to=nobody%40example.com",
        "/_local/mail?to=%25zz",
        "/_local/queues",
        "/_local/stack",
        "/_local/clock"
      })
  void everyPageOfTheDeskAnswers(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void whatTheDeskDoesNotHaveIsAProblem() throws Exception {
    assertThat(get("/_local/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/_local/settle").statusCode()).isEqualTo(405);
    assertThat(post("/_local/mail", "{}").statusCode()).isEqualTo(405);
    assertThat(get("/_localhost").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(stack.baseUri().resolve(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(stack.baseUri().resolve(path))
            .header("content-type", "text/plain")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Fakes.json(response.body());
  }
}
