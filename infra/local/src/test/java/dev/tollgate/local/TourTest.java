package dev.tollgate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.local.people.PlatformOwner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's tour, through the packages that are deployed. */
class TourTest {
  private static final String EMAIL = "tour.canary@example.com";
  private static final String PASSWORD = "canary password of the tour";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void fromSignUpToFirstLoginAndOut() throws IOException, InterruptedException {
    PrintStream out = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (LocalStack stack =
        LocalStack.start(
            Options.inMemory(Path.of("../.."))
                .withTemplate(Path.of("../../template.yaml"))
                .withSeeds(List.of(new PlatformOwner())))) {
      URI api = stack.baseUri();
      HttpResponse<String> registered =
          post(
              api.resolve("/api/v1/auth/register"),
              "{\"email\":\"%s\",\"password\":\"%s\",\"full_name\":\"<b>Ada</b>\"}"
                  .formatted(EMAIL, PASSWORD));
      assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);

      stack.settle();
      JsonNode mail = json(get(api.resolve("/_local/mail?to=" + EMAIL), "")).get("items").get(0);
      assertThat(mail.get("html").asText()).contains("&lt;b&gt;Ada").doesNotContain("<b>Ada");
      String link = mail.get("links").get(0).asText();
      assertThat(link).startsWith(api + "/_local/app/verify-email?token=");
      String token = link.substring(link.indexOf('=') + 1);

      String verify = "{\"token\":\"" + token + "\"}";
      assertThat(post(api.resolve("/api/v1/auth/verify-email"), verify).statusCode())
          .isEqualTo(200);
      JsonNode session =
          json(
              post(
                  api.resolve("/api/v1/auth/login"),
                  "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD)));
      String refreshToken = session.get("refresh_token").asText();
      JsonNode next =
          json(
              post(
                  api.resolve("/api/v1/auth/refresh"),
                  "{\"refresh_token\":\"" + refreshToken + "\"}"));
      String accessToken = next.get("access_token").asText();
      assertThat(json(get(api.resolve("/api/v1/auth/me"), accessToken)).at("/user/email").asText())
          .isEqualTo(EMAIL);

      assertThat(post(api.resolve("/api/v1/auth/logout"), "", accessToken).statusCode())
          .isEqualTo(204);
      assertThat(get(api.resolve("/api/v1/auth/me"), accessToken).statusCode()).isEqualTo(401);

      assertThat(get(api.resolve("/docs"), "").body()).contains("rapi-doc");
      assertThat(json(get(api.resolve("/api/v1/openapi.json"), "")).at("/paths").size())
          .isGreaterThan(10);
      assertThat(
              post(
                      api.resolve("/api/v1/auth/login"),
                      "{\"email\":\"%s\",\"password\":\"%s\"}"
                          .formatted(PlatformOwner.EMAIL, PlatformOwner.PASSWORD))
                  .statusCode())
          .isEqualTo(200);

      assertThat(log.toString(StandardCharsets.UTF_8))
          .as("no secret and no address in any log line")
          .contains("POST /api/v1/auth/register")
          .doesNotContain(EMAIL, PASSWORD, token, refreshToken, accessToken, "Ada");
    } finally {
      System.setOut(out);
    }
  }

  private HttpResponse<String> post(URI uri, String body) throws IOException, InterruptedException {
    return post(uri, body, "");
  }

  private HttpResponse<String> post(URI uri, String body, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("content-type", "application/json")
            .header("x-forwarded-host", "evil.test")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(token.isEmpty() ? request : request.header("authorization", "Bearer " + token));
  }

  private HttpResponse<String> get(URI uri, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    return send(token.isEmpty() ? request : request.header("authorization", "Bearer " + token));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
