package dev.tollgate.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestConversionTest {
  private RunningGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = RunningGateway.answering(RunningGateway.OK);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void theEnvelopeIsThatOfFormat2() throws Exception {
    gateway.send(gateway.request("/things?a=1").header("User-Agent", "check"));

    JsonNode event = gateway.event();
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("GET /things");
    JsonNode context = event.path("requestContext");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("time").asText()).isEqualTo("12/Mar/2026:19:03:58 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(RunningGateway.NOW.toEpochMilli());
    assertThat(context.path("requestId").asText()).isNotEmpty();
    JsonNode http = context.path("http");
    assertThat(http.path("method").asText()).isEqualTo("GET");
    assertThat(http.path("protocol").asText()).isEqualTo("HTTP/1.1");
    assertThat(http.path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(http.path("userAgent").asText()).isEqualTo("check");
    assertThat(event.has("body")).isFalse();
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  void headersAreLowerCaseAndRepeatsAreJoined() throws Exception {
    gateway.send(
        gateway
            .request("/things")
            .header("X-Thing", "a")
            .header("X-Thing", "b")
            .header("UPPER", "C"));

    JsonNode headers = gateway.event().path("headers");
    assertThat(headers.path("x-thing").asText()).isEqualTo("a,b");
    assertThat(headers.path("upper").asText()).isEqualTo("C");
  }

  @Test
  void cookiesStandApartFromTheHeaders() throws Exception {
    gateway.send(gateway.request("/things").header("Cookie", "a=1; b=x=y;c="));

    assertThat(gateway.event().path("cookies"))
        .extracting(JsonNode::asText)
        .containsExactly("a=1", "b=x=y", "c=");
    assertThat(gateway.event().path("headers").has("cookie")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1&a=2 | 1,2",
        "a=Smith%2C%20John | Smith, John",
        "a=x+y | x y",
        "a=100%25 | 100%",
        "a=%E0%A4%A6 | \u0926",
        "a | ''",
        "b=2&a= | ''",
      })
  void queryValuesAreDecodedAndTheRawQueryIsKept(String query, String value) throws Exception {
    gateway.get("/things?" + query);

    assertThat(gateway.event().path("rawQueryString").asText()).isEqualTo(query);
    assertThat(gateway.event().path("queryStringParameters").path("a").asText()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/things/a%20b | a b",
        "/things/100%25 | 100%",
        "/things/a%2Fb | a/b",
        "/things/a+b | a+b",
        "/things/%E0%A4%A6%E0%A4%BF | \u0926\u093f",
      })
  void pathsKeepTheirEscapesAndParametersLoseThem(String path, String id) throws Exception {
    gateway.get(path);

    assertThat(gateway.event().path("rawPath").asText()).isEqualTo(path);
    assertThat(gateway.event().path("routeKey").asText()).isEqualTo("GET /things/{id}");
    assertThat(gateway.event().path("pathParameters").path("id").asText()).isEqualTo(id);
  }

  @Test
  void whatAClientForgesAboutItsOriginDoesNotCount() throws Exception {
    String status =
        gateway.raw(
            String.join(
                "\r\n",
                "GET /things HTTP/1.1",
                "Host: evil.example",
                "X-Forwarded-For: 10.1.2.3",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 1",
                "Connection: close",
                "",
                ""));

    assertThat(status).contains("200");
    String authority = "127.0.0.1:" + gateway.port();
    JsonNode headers = gateway.event().path("headers");
    assertThat(headers.path("host").asText()).isEqualTo(authority);
    assertThat(headers.path("x-forwarded-for").asText()).isEqualTo("10.1.2.3, 127.0.0.1");
    assertThat(headers.path("x-forwarded-proto").asText()).isEqualTo("http");
    assertThat(headers.path("x-forwarded-port").asInt()).isEqualTo(gateway.port());
    JsonNode context = gateway.event().path("requestContext");
    assertThat(context.path("domainName").asText()).isEqualTo(authority);
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain; charset=utf-8",
        "application/xml",
        "application/x-www-form-urlencoded",
        "application/javascript",
        "application/problem+json"
      })
  void textBodiesComeAsTheyAre(String type) throws Exception {
    gateway.post("/things", type, "{\"x\":\"₹\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(gateway.event().path("body").asText()).isEqualTo("{\"x\":\"₹\"}");
    assertThat(gateway.event().path("isBase64Encoded").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/octet-stream", "image/png", "application/json"})
  void otherBytesComeInBase64EvenUnderTheNameOfJson(String type) throws Exception {
    byte[] bytes = {0, (byte) 0xff, (byte) 0xc3, 0x28, 7};
    gateway.post("/things", type, bytes);

    assertThat(Base64.getDecoder().decode(gateway.event().path("body").asText())).isEqualTo(bytes);
    assertThat(gateway.event().path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void aFixedPathWinsOverAParameterAndAGreedyOneTakesTheRest() throws Exception {
    gateway.get("/things/special");
    assertThat(gateway.event().path("routeKey").asText()).isEqualTo("GET /things/special");

    gateway.send(
        gateway.request("/all/a/b%20c").method("PURGE", HttpRequest.BodyPublishers.noBody()));
    assertThat(gateway.event().path("routeKey").asText()).isEqualTo("ANY /all/{rest+}");
    assertThat(gateway.event().path("pathParameters").path("rest").asText()).isEqualTo("a/b c");
  }
}
