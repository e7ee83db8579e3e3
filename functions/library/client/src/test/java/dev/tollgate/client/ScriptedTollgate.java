package dev.tollgate.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that answers with what it was told to, one after the other, and remembers the calls. */
public final class ScriptedTollgate implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("res_[0-9a-z]+");

  /** What is done with one call. */
  interface Answer {
    void to(HttpExchange exchange, Call call) throws IOException;
  }

  /** A call as it came. */
  public record Call(String method, String path, String body, Headers headers) {
    /** The reservation that it names. */
    String reservation() {
      Matcher matcher = ID.matcher(path + body);
      return matcher.find() ? matcher.group() : "none";
    }

    /** Alike for every reservation. */
    @Override
    public String toString() {
      return ID.matcher((method + " " + path + " " + body).strip()).replaceAll("ID");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  public ScriptedTollgate() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Call> calls() {
    return calls;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Call call =
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              body,
              exchange.getRequestHeaders());
      calls.add(call);
      Answer answer = script.poll();
      if (answer == null) {
        send(exchange, 500, "text/plain", "the script is over");
      } else {
        answer.to(exchange, call);
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    exchange.getResponseHeaders().add("content-type", type);
    exchange.getResponseHeaders().add("x-request-id", "req_1");
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  ScriptedTollgate then(Answer answer) {
    script.add(answer);
    return this;
  }

  /** In the body ID stands for the reservation that the call names, and ' for ". */
  ScriptedTollgate answers(int status, String type, String body) {
    return then(
        (exchange, call) ->
            send(
                exchange, status, type, body.replace("ID", call.reservation()).replace('\'', '"')));
  }

  ScriptedTollgate ok(String body) {
    return answers(200, "application/json", body);
  }

  public ScriptedTollgate reserves() {
    return answers(
        201,
        "application/json",
        "{'id':'ID','state':'reserved','items':[],'expires_at':'2026-05-01T10:05:00Z'}");
  }

  public ScriptedTollgate commits() {
    return ok("{'id':'ID','state':'committed'}");
  }

  public ScriptedTollgate releases() {
    return answers(204, "application/json", "");
  }

  public ScriptedTollgate lapses(String error) {
    return problem(409, error);
  }

  public ScriptedTollgate refuses() {
    return answers(
        403,
        "application/problem+json",
        """
        {'type':'urn:tollgate:problem:quota_exceeded','title':'Over','status':403,
         'detail':'The plan Pro has 100 e-mails a month.','error':'quota_exceeded',
         'quota_type':'emails','current':100,'limit':100,'upgrade_url':'https://example.com/up',
         'exceeded':[{'quota_type':'emails','current':100,'limit':100},
                     {'quota_type':'domains','current':4,'limit':5}]}
        """);
  }

  public ScriptedTollgate problem(int status, String error) {
    return answers(
        status,
        "application/problem+json; charset=utf-8",
        "{'error':'" + error + "','detail':'In words.','status':'canceled'}");
  }

  ScriptedTollgate asksToWait(int status, String retryAfter) {
    return then(
        (exchange, _) -> {
          exchange.getResponseHeaders().add("retry-after", retryAfter);
          send(exchange, status, "application/problem+json", "{\"error\":\"rate_limited\"}");
        });
  }

  /** Does what would be done, and closes the connection without a word. */
  ScriptedTollgate cuts() {
    return then((_, _) -> {});
  }

  /** Sends headers and half a body, and then nothing until the test is over. */
  ScriptedTollgate stalls() {
    return then(
        (exchange, _) -> {
          exchange.getResponseHeaders().add("content-type", "application/json");
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
