package dev.tollgate.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.template.Cors;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAnswerTest {
  @Test
  void statusHeadersAndSeveralCookiesReachTheClient() throws Exception {
    String answer =
        """
        {"statusCode":201,"headers":{"X-Thing":"a","Content-Type":"application/json"},
         "cookies":["a=1; HttpOnly","b=2"],"body":"{}"}
        """;
    try (RunningGateway gateway = RunningGateway.answering(answer)) {
      HttpResponse<byte[]> response = gateway.get("/things");

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.headers().firstValue("x-thing")).contains("a");
      assertThat(response.headers().allValues("set-cookie"))
          .containsExactlyInAnyOrder("a=1; HttpOnly", "b=2");
      assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
      assertThat(text(response)).isEqualTo("{}");
    }
  }

  @Test
  void binaryBodiesLeaveAsTheyWereBeforeBase64() throws Exception {
    byte[] bytes = {0, (byte) 0xff, 1, (byte) 0x80};
    String answer =
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(bytes));
    try (RunningGateway gateway = RunningGateway.answering(answer)) {
      assertThat(gateway.get("/things").body()).isEqualTo(bytes);
    }
  }

  @Test
  void noContentHasNoBody() throws Exception {
    try (RunningGateway gateway =
        RunningGateway.answering("{\"statusCode\":204,\"body\":\"ignored\"}")) {
      HttpResponse<byte[]> response = gateway.get("/things");
      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void anAnswerWithoutStatusIsTheBodyOfASuccess() throws Exception {
    try (RunningGateway gateway = RunningGateway.answering("{\"x\":1}")) {
      HttpResponse<byte[]> response = gateway.get("/things");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(text(response)).isEqualTo("{\"x\":1}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "{\"statusCode\":99}", "{\"statusCode\":\"x\"}"})
  void anAnswerThatIsNoneIsAFailure(String answer) throws Exception {
    try (RunningGateway gateway = RunningGateway.answering(answer)) {
      HttpResponse<byte[]> response = gateway.get("/things");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(text(response)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }

  @Test
  void aFunctionThatThrowsSaysNothingAboutItself() throws Exception {
    try (RunningGateway gateway =
        new RunningGateway(
            event -> {
              throw new IllegalStateException("secret");
            },
            Duration.ofSeconds(20),
            Cors.NONE)) {
      HttpResponse<byte[]> response = gateway.get("/things");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(text(response)).doesNotContain("secret");
    }
  }

  @Test
  void aFunctionThatOutlivesItsTimeoutIsStopped() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RunningGateway gateway =
        new RunningGateway(
            event -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return RunningGateway.OK;
            },
            Duration.ofMillis(50),
            Cors.NONE)) {
      assertThat(gateway.get("/things").statusCode()).isEqualTo(500);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/things/", "/things/a/b", "//things", "/all/"})
  void whatTheTemplateDoesNotNameIsNotFound(String path) throws Exception {
    try (RunningGateway gateway = RunningGateway.answering(RunningGateway.OK)) {
      String status =
          gateway.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(status).contains("404");
    }
  }

  @Test
  void aMethodWithoutARouteIsNotFoundAsAnHttpApiHasIt() throws Exception {
    try (RunningGateway gateway = RunningGateway.answering(RunningGateway.OK)) {
      HttpResponse<byte[]> put =
          gateway.send(gateway.request("/things").PUT(BodyPublishers.noBody()));
      assertThat(put.statusCode()).isEqualTo(404);
      assertThat(text(put)).isEqualTo("{\"message\":\"Not Found\"}");
      HttpResponse<byte[]> head =
          gateway.send(gateway.request("/things").method("HEAD", BodyPublishers.noBody()));
      assertThat(head.statusCode()).isEqualTo(404);
      HttpResponse<byte[]> any =
          gateway.send(gateway.request("/all/x").method("HEAD", BodyPublishers.noBody()));
      assertThat(any.statusCode()).isEqualTo(200);
      assertThat(any.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /%zz HTTP/1.1", "GET /a b HTTP/1.1"})
  void aTargetThatIsNoneIsTheClientsFault(String line) throws Exception {
    try (RunningGateway gateway = RunningGateway.answering(RunningGateway.OK)) {
      String status = gateway.raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(status).containsPattern(" 4\\d\\d");
    }
  }

  @Test
  void aBodyBeyondTheGatewaysLimitIsRefused() throws Exception {
    try (RunningGateway gateway = RunningGateway.answering(RunningGateway.OK)) {
      byte[] tooLargeForLambda = new byte[5 * 1024 * 1024];
      byte[] tooLarge = new byte[10 * 1024 * 1024 + 1];
      assertThat(gateway.post("/things", "image/png", tooLargeForLambda).statusCode())
          .isEqualTo(413);
      assertThat(gateway.post("/things", "image/png", tooLarge).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void preflightsAreAnsweredByTheGatewayItself() throws Exception {
    try (RunningGateway gateway = withCors()) {
      HttpResponse<byte[]> allowed =
          gateway.send(
              gateway
                  .request("/things")
                  .header("Origin", "https://app.example.com")
                  .header("Access-Control-Request-Method", "POST")
                  .method("OPTIONS", BodyPublishers.noBody()));
      assertThat(allowed.statusCode()).isEqualTo(204);
      assertThat(allowed.headers().firstValue("access-control-allow-origin"))
          .contains("https://app.example.com");
      assertThat(allowed.headers().firstValue("access-control-allow-methods")).contains("GET,POST");
      assertThat(allowed.headers().firstValue("access-control-max-age")).contains("600");

      HttpResponse<byte[]> refused =
          gateway.send(
              gateway
                  .request("/things")
                  .header("Origin", "https://evil.example")
                  .method("OPTIONS", BodyPublishers.noBody()));
      assertThat(refused.statusCode()).isEqualTo(204);
      assertThat(refused.headers().firstValue("access-control-allow-origin")).isEmpty();
    }
  }

  @Test
  void whatAFunctionSaysAboutOriginsIsReplaced() throws Exception {
    try (RunningGateway gateway = withCors()) {
      HttpResponse<byte[]> known =
          gateway.send(gateway.request("/things").header("Origin", "https://app.example.com"));
      assertThat(known.headers().firstValue("access-control-allow-origin"))
          .contains("https://app.example.com");
      assertThat(known.headers().firstValue("access-control-expose-headers"))
          .contains("x-request-id");
      assertThat(gateway.get("/things").headers().firstValue("access-control-allow-origin"))
          .isEmpty();
    }
  }

  private static RunningGateway withCors() throws Exception {
    Cors cors =
        new Cors(
            List.of("https://app.example.com"),
            List.of("GET", "POST"),
            List.of("authorization"),
            List.of("x-request-id"),
            600,
            false);
    String answer =
        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"},\"body\":\"x\"}";
    return new RunningGateway(event -> answer, Duration.ofSeconds(20), cors);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
