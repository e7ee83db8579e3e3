package dev.tollgate.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payload format 2.0, in and out. */
class ApiGatewayTest {
  @Test
  void allCookiesComeIn() {
    Request request = read(Map.of("cookies", List.of("a=1", "b=2=3", "a=again", "odd")));
    assertThat(request.cookies()).isEqualTo(Map.of("a", "1", "b", "2=3"));
  }

  @Test
  void cookiesInAHeaderAreCookiesToo() {
    Request request = read(Map.of("headers", Map.of("Cookie", "a=1; b=2")));
    assertThat(request.cookies()).isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @Test
  void allCookiesGoOut() {
    Map<?, ?> answer = write(Response.noContent().cookie("a=1; Secure").cookie("b=2; HttpOnly"));
    assertThat(answer.get("cookies")).isEqualTo(List.of("a=1; Secure", "b=2; HttpOnly"));
  }

  @Test
  void queryValuesKeepTheirCommasAndTheirRepeats() {
    Request request =
        read(Map.of("rawQueryString", "q=Smith%2C%20John&q=a,b&empty=&flag&plus=a+b&%E0%A4%95=1"));
    assertThat(request.query())
        .isEqualTo(
            Map.of(
                "q", List.of("Smith, John", "a,b"),
                "empty", List.of(""),
                "flag", List.of(""),
                "plus", List.of("a b"),
                "\u0915", List.of("1")));
    assertThat(request.queryValue("q")).contains("Smith, John");
  }

  @ParameterizedTest
  @CsvSource({
    "/a%20b, /a b",
    "/a b, /a b",
    "/100%, /100%",
    "/100%25, /100%",
    "/%zz, /%zz",
    "/%e0%a4%95%e0%a5%8d%e0%a4%b7, /\u0915\u094d\u0937",
    "/\u0915\u094d\u0937, /\u0915\u094d\u0937",
    "/a+b, /a+b"
  })
  void pathsAreReadRawOrDecoded(String raw, String path) {
    assertThat(read(Map.of("rawPath", raw)).path()).isEqualTo(path);
  }

  @Test
  void anEscapedSlashStaysInsideItsSegment() {
    assertThat(read(Map.of("rawPath", "/files/a%2Fb/c")).segments())
        .containsExactly("files", "a/b", "c");
  }

  @Test
  void aStagesPrefixIsNoPartOfThePath() {
    Map<String, Object> context = new HashMap<>(context());
    context.put("stage", "prod");
    assertThat(read(Map.of("rawPath", "/prod/health", "requestContext", context)).path())
        .isEqualTo("/health");
    assertThat(read(Map.of("rawPath", "/prod", "requestContext", context)).path()).isEqualTo("/");
    assertThat(read(Map.of("rawPath", "/production", "requestContext", context)).path())
        .isEqualTo("/production");
  }

  @Test
  void binaryBodiesComeInAndGoOut() {
    byte[] bytes = {0, (byte) 0xff, 10, 13, (byte) 0x80};
    Request request =
        read(Map.of("body", Base64.getEncoder().encodeToString(bytes), "isBase64Encoded", true));
    assertThat(request.body()).isEqualTo(bytes);

    Map<?, ?> answer = write(Response.of(200, "application/pdf", bytes));
    assertThat(answer.get("isBase64Encoded")).isEqualTo(true);
    assertThat(answer.get("body")).isEqualTo(Base64.getEncoder().encodeToString(bytes));
  }

  @Test
  void textBodiesGoOutAsTheyAre() {
    Map<?, ?> answer = write(Response.of(200, "text/plain", "\u20b9 \u0926\u093f\u0935"));
    assertThat(answer.get("isBase64Encoded")).isEqualTo(false);
    assertThat(answer.get("body")).isEqualTo("\u20b9 \u0926\u093f\u0935");
  }

  @Test
  void theSourceAddressIsTheGatewaysWhateverHeadersClaim() {
    Request request =
        read(
            Map.of(
                "headers",
                Map.of(
                    "X-Forwarded-For", "10.0.0.1",
                    "Host", "evil.test",
                    "Forwarded", "for=10.0.0.2")));
    assertThat(request.client().address()).isEqualTo("192.0.2.7");
  }

  @Test
  void whatIsNoHttpEventIsABugOfWhoeverSentIt() {
    assertThatThrownBy(() -> ApiGatewayEvent.read("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedJson.class);
  }

  private static Map<String, Object> context() {
    return Map.of(
        "http",
        Map.of("method", "get", "sourceIp", "192.0.2.7"),
        "requestId",
        "r",
        "stage",
        "$default");
  }

  private static Request read(Map<String, Object> parts) {
    Map<String, Object> event = new HashMap<>();
    event.put("rawPath", "/");
    event.put("requestContext", context());
    event.putAll(parts);
    return ApiGatewayEvent.read(Json.write(event));
  }

  private static Map<?, ?> write(Response response) {
    byte[] body =
        switch (response.body()) {
          case byte[] bytes -> bytes;
          case String text -> text.getBytes(StandardCharsets.UTF_8);
          case null, default -> new byte[0];
        };
    return (Map<?, ?>)
        java.util.Objects.requireNonNull(Json.read(ApiGatewayAnswer.write(response, body)));
  }
}
