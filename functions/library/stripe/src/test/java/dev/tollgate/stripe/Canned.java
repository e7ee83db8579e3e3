package dev.tollgate.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers calls of Stripe's client with what a test laid down, for what a stand-in never says. */
final class Canned implements AutoCloseable {
  private record Answer(int status, String body) {}

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Canned() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param call such as {@code GET /v1/invoices/in_1}, without parameters
   */
  Canned on(String call, int status, String body) {
    answers.put(call, new Answer(status, body));
    return this;
  }

  /** Refuses with an envelope of Stripe's. */
  Canned refuse(String call, int status, String type, String code) {
    return on(
        call,
        status,
        "{\"error\": {\"type\": \"%s\", \"code\": \"%s\", \"message\": \"No ann@example.com\"}}"
            .formatted(type, code));
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  /** The idempotency keys that came, in order. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  StripeApi api() {
    return StripeApi.open(
        Fixtures.keys(),
        java.util.Optional.of("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    calls.add(call);
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key != null) {
      keys.add(key);
    }
    Answer answer =
        answers.getOrDefault(
            call,
            new Answer(
                404,
                "{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"resource_missing\","
                    + " \"param\": \"id\", \"message\": \"No such thing\"}}"));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Request-Id", "req_1");
    exchange.getResponseHeaders().set("Stripe-Should-Retry", "false");
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
