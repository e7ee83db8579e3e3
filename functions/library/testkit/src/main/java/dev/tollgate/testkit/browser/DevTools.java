package dev.tollgate.testkit.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  private DevTools() {}

  /** Opens a window of the browser that listens on that port of this machine. */
  static DevTools openWindow(int port) {
    DevTools tools = new DevTools();
    URI window = tools.newWindow(port);
    tools.socket.complete(tools.http.newWebSocketBuilder().buildAsync(window, tools).join());
    return tools;
  }

  private URI newWindow(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
            .PUT(BodyPublishers.noBody())
            .build();
    try {
      JsonNode window = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
      return URI.create(window.required("webSocketDebuggerUrl").textValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** For a command's parameters. */
  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** The text as a literal of JavaScript. */
  static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The result of a command; an error of the browser is thrown. */
  JsonNode send(String method, ObjectNode params) {
    int id = last.incrementAndGet();
    ObjectNode command = object().put("id", id).put("method", method);
    command.set("params", params);
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    awaited.put(id, answer);
    socket.join().sendText(command.toString(), true).join();
    JsonNode told = answer.orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    if (told.has("error")) {
      throw new AssertionError(method + ": " + told.path("error"));
    }
    return told.path("result");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
    message.append(part);
    if (whole) {
      JsonNode told = read(message.toString());
      message.setLength(0);
      CompletableFuture<JsonNode> answer = awaited.remove(told.path("id").asInt());
      if (answer != null) {
        answer.complete(told);
      }
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.join().abort();
    http.close();
  }
}
