package dev.tollgate.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.local.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one port clients speak to. It is taken before anything else starts, so that a taken one is
 * noticed at once, and answers when {@link #open} is called.
 */
public final class Door implements AutoCloseable {
  /** API Gateway's limit, in bytes. */
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  private static final String DESK = "/_local";
  private static final int SECONDS_TO_FINISH = 1;

  static {
    // Without it every answer waits for the client's delayed acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Answers the paths that exist on the local stack only. */
  public interface Desk {
    Outgoing answer(HttpExchange exchange, byte[] body);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Door(HttpServer server) {
    this.server = server;
  }

  /** Empty where somebody else has the port. */
  public static Optional<Door> take(int port) throws IOException {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return Optional.of(new Door(HttpServer.create(address, 0)));
    } catch (BindException e) {
      return Optional.empty();
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void open(Gateway gateway, Desk desk, Console console) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, gateway, desk, console));
    server.start();
  }

  private static void handle(HttpExchange exchange, Gateway gateway, Desk desk, Console console)
      throws IOException {
    try (exchange) {
      long start = System.nanoTime();
      Optional<byte[]> body = body(exchange);
      String path = exchange.getRequestURI().getRawPath();
      if (body.isEmpty()) {
        exchange.getResponseHeaders().set("connection", "close");
        Outgoing.message(413, "Request Entity Too Large").send(exchange);
      } else if (path.equals(DESK) || path.startsWith(DESK + "/")) {
        desk.answer(exchange, body.get()).send(exchange);
      } else {
        Gateway.Answered answered = gateway.answer(Incoming.of(exchange, body.get()));
        answered.answer().send(exchange);
        console.request(
            exchange.getRequestMethod(),
            answered.route(),
            answered.answer().status(),
            System.nanoTime() - start);
      }
    }
  }

  /** Empty where it is larger than the gateway takes. */
  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
    return bytes.length > LARGEST_BODY ? Optional.empty() : Optional.of(bytes);
  }

  @Override
  public void close() {
    server.stop(SECONDS_TO_FINISH);
    threads.shutdownNow();
  }
}
