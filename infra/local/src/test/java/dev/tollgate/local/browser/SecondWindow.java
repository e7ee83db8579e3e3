package dev.tollgate.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The same person again, at a window that speaks HTTP and reads what the API tells. */
final class SecondWindow implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final URI api;
  private final HttpClient http = HttpClient.newHttpClient();
  private String token = "";

  SecondWindow(URI api) {
    this.api = api;
  }

  void register(String email, String password) {
    send(
        post(
            "/auth/register",
            Map.of("email", email, "password", password, "full_name", "Ada Lovelace")));
  }

  void logIn(String email, String password) {
    JsonNode session = send(post("/auth/login", Map.of("email", email, "password", password)));
    token = session.required("access_token").textValue();
  }

  /** Status and plan of the subscription as the API tells them: {@code active on pro}. */
  String standing() {
    JsonNode state = send(request("/billing/state").header("authorization", "Bearer " + token));
    JsonNode subscription = state.required("subscription");
    return subscription.path("status").asText() + " on " + subscription.path("plan").asText();
  }

  /**
   * How long it took until the API told it.
   *
   * @param since in nanoseconds of this process
   */
  Duration until(String wanted, long since, Duration limit) {
    while (true) {
      String standing = standing();
      Duration passed = Duration.ofNanos(System.nanoTime() - since);
      assertThat(passed).as("still " + standing).isLessThanOrEqualTo(limit);
      if (standing.equals(wanted)) {
        return passed;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private HttpRequest.Builder post(String path, Map<String, String> body) {
    return request(path)
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve("/api/v1" + path));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
