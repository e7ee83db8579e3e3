package dev.tollgate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.fake.Fakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A person with a browser, and with an account once it has signed up. */
final class Visitor {
  private final HttpClient client;
  private final LocalStack stack;
  private final String email;
  private final String password;
  private String accessToken = "";

  Visitor(HttpClient client, LocalStack stack, String email, String password) {
    this.client = client;
    this.stack = stack;
    this.email = email;
    this.password = password;
  }

  /** The same person before another stack. */
  Visitor at(LocalStack other) {
    return new Visitor(client, other, email, password);
  }

  /** Leaves the mail unread. */
  void register() {
    HttpResponse<String> registered =
        post(
            "/api/v1/auth/register",
            "{\"email\":\"%s\",\"password\":\"%s\",\"full_name\":\"<b>Ada</b>\"}"
                .formatted(email, password));
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    accessToken = Fakes.json(registered.body()).path("access_token").asText();
  }

  /** Also opens the link of the mail, which logs in. */
  void signUp() {
    register();
    stack.settle();
    JsonNode verified =
        ok(post("/api/v1/auth/verify-email", "{\"token\":\"%s\"}".formatted(token())));
    accessToken = verified.path("access_token").asText();
  }

  /** What the link of the first mail carries. */
  String token() {
    String link = mails().get(mails().size() - 1).path("links").path(0).asText();
    assertThat(link).startsWith(stack.baseUri() + "/_local/app/verify-email?token=");
    return link.substring(link.indexOf('=') + 1);
  }

  JsonNode logIn() {
    JsonNode session =
        ok(
            post(
                "/api/v1/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password)));
    accessToken = session.path("access_token").asText();
    return session;
  }

  /** Newest first. */
  JsonNode mails() {
    return ok(get("/_local/mail?to=" + email)).path("items");
  }

  JsonNode subscription() {
    return ok(get("/api/v1/billing/state")).path("subscription");
  }

  /** Opens a checkout and pays on the page that it leads to. */
  void buy(String plan) {
    String page =
        ok(post("/api/v1/billing/checkout-session", "{\"plan\":\"%s\"}".formatted(plan)))
            .path("url")
            .asText();
    String session = page.substring(page.lastIndexOf('/') + 1);
    JsonNode paid =
        ok(
            post(
                stack.stripe().baseUri() + "/_test/checkout/" + session + "/pay",
                "{\"card\":\"4242424242424242\"}"));
    assertThat(paid.path("status").asText()).isEqualTo("complete");
    stack.settle();
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .header("x-forwarded-host", "evil.test")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(stack.baseUri().resolve(path));
    return accessToken.isEmpty() || URI.create(path).isAbsolute()
        ? request
        : request.header("authorization", "Bearer " + accessToken);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Fakes.json(answer.body());
  }
}
