package dev.tollgate.testkit.servers;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver of outgoing webhooks as somebody else would write it: it checks signatures by the
 * words of Standard Webhooks and shares no code with who signs. It answers 200, or what its script
 * says next.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final byte[] BLOCK = new byte[64 * 1024];

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Answer> script = new ArrayDeque<>();
  private final List<Received> received = new ArrayList<>();

  /** Writes an answer; whatever it throws is the sender hanging up. */
  @FunctionalInterface
  public interface Answer {
    void write(HttpExchange exchange, CountDownLatch closed) throws Exception;
  }

  /** What came in. */
  public record Received(String path, String id, String timestamp, String signature, String body) {
    /** Whether one of its signatures is of that secret. */
    public boolean isSignedBy(String secret) {
      return List.of(signature.split(" ", -1)).contains("v1," + mac(secret));
    }

    private String mac(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
            new SecretKeySpec(
                Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(signed));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private WebhookReceiver(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** On 127.0.0.1. */
  public static WebhookReceiver start() {
    return start("127.0.0.1");
  }

  /**
   * @param loopback the literal of a loopback address
   */
  public static WebhookReceiver start(String loopback) {
    try {
      return of(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(loopback), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException("no receiver on " + loopback, e);
    }
  }

  /** Over a server that is bound and not started, such as one with TLS. */
  public static WebhookReceiver of(HttpServer server) {
    return new WebhookReceiver(server);
  }

  public static Answer status(int status) {
    return (exchange, _) -> exchange.sendResponseHeaders(status, -1);
  }

  public static Answer redirect(String location) {
    return (exchange, _) -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Says nothing for as long as the receiver lives. */
  public static Answer silence() {
    return (_, closed) -> closed.await();
  }

  /** A status, and a body without an end. */
  public static Answer endless(int status) {
    return (exchange, closed) -> {
      exchange.sendResponseHeaders(status, 0);
      while (closed.getCount() > 0) {
        exchange.getResponseBody().write(BLOCK);
      }
    };
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Without encryption. */
  public String url(String path) {
    return "http://" + server.getAddress().getHostString() + ":" + port() + path;
  }

  /** What it answers next, each once. */
  public synchronized void answers(Answer... next) {
    script.addAll(List.of(next));
  }

  public synchronized List<Received> received() {
    return List.copyOf(received);
  }

  private synchronized Answer next(Received request) {
    received.add(request);
    return script.isEmpty() ? status(200) : script.poll();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      Headers headers = exchange.getRequestHeaders();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      next(new Received(
              exchange.getRequestURI().toString(),
              String.valueOf(headers.getFirst("webhook-id")),
              String.valueOf(headers.getFirst("webhook-timestamp")),
              String.valueOf(headers.getFirst("webhook-signature")),
              body))
          .write(exchange, closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception hungUp) {
      return;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
