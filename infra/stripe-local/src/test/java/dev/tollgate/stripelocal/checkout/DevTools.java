package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A conversation with one window of a browser: commands and their answers; events are not listened
 * to.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  static DevTools connect(HttpClient http, URI window) {
    DevTools tools = new DevTools();
    tools.socket.complete(http.newWebSocketBuilder().buildAsync(window, tools).join());
    return tools;
  }

  /** The result of a command; an error of the browser is thrown. */
  JsonNode send(String method, ObjectNode params) {
    int id = last.incrementAndGet();
    ObjectNode command = Json.object().put("id", id).put("method", method);
    command.set("params", params);
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    awaited.put(id, answer);
    socket.join().sendText(Json.compact(command), true).join();
    JsonNode told = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (told.has("error")) {
      throw new AssertionError(method + ": " + told.path("error"));
    }
    return told.path("result");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
    message.append(part);
    if (whole) {
      JsonNode told = Json.read(message.toString());
      message.setLength(0);
      CompletableFuture<JsonNode> answer = awaited.remove(told.path("id").asInt());
      if (answer != null) {
        answer.complete(told);
      }
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void close() {
    socket.join().abort();
  }
}
