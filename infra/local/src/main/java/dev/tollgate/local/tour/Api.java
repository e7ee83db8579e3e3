package dev.tollgate.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The stack and the Stripe stand-in, as programs see them that know nothing but the contract. */
final class Api implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Turning the clock waits until all is quiet at each stop on the way. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  Api(URI base) {
    this.base = base;
  }

  /**
   * What came back.
   *
   * @param body missing where it is no JSON
   */
  record Answer(int status, JsonNode body) {
    String error() {
      return body.path("error").asText("");
    }

    boolean isOk() {
      return status >= 200 && status < 300;
    }

    /** Whether the stack does not know the route. */
    boolean isNotThere() {
      return status == 405 || (status == 404 && error().equals("not_found"));
    }
  }

  /**
   * @param target a path of the stack, or a whole address
   * @param token empty for nobody's
   */
  Answer get(String target, String token) {
    return send(request(target, token).GET());
  }

  Answer post(String target, String token, Map<String, ?> body) {
    return send("POST", target, token, body);
  }

  Answer send(String method, String target, String token, Map<String, ?> body) {
    return send(
        request(target, token)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  /** As a browser sends the only field of a page. */
  Answer form(String target, String field, String value) {
    return send(
        request(target, "")
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(field + "=" + value)));
  }

  private HttpRequest.Builder request(String target, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(target)).timeout(PATIENCE);
    return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), json(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an answer was awaited", e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return MissingNode.getInstance(); // a page for people
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
