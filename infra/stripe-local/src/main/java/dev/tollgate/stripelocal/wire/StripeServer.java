package dev.tollgate.stripelocal.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.settings.Knobs;
import dev.tollgate.stripelocal.settings.Settings;
import dev.tollgate.stripelocal.settings.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 on the loopback address, one virtual thread a request. */
public final class StripeServer implements AutoCloseable {
  static {
    // Without it every answer waits for the client's delayed acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final Logger LOG = System.getLogger(StripeServer.class.getName());
  private static final int BACKLOG = 256;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Ledger ledger;
  private final Routes routes;
  private final ApiDescription description = ApiDescription.load();
  private final Site site;

  private StripeServer(HttpServer http, Ledger ledger, Settings settings, Knobs knobs) {
    this.http = http;
    this.ledger = ledger;
    this.routes = new Routes(ledger, description);
    this.site =
        new Site(URI.create("http://127.0.0.1:" + http.getAddress().getPort()), settings, knobs);
  }

  /** Takes the port; nothing is answered before {@link #open}. */
  public static StripeServer bind(int port, Ledger ledger, Settings settings, Knobs knobs) {
    try {
      InetSocketAddress loopback =
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      return new StripeServer(HttpServer.create(loopback, BACKLOG), ledger, settings, knobs);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be taken", e);
    }
  }

  public Site site() {
    return site;
  }

  /** Lets the rooms register, then answers. */
  public void open(List<? extends Room> rooms) {
    rooms.forEach(room -> room.register(routes));
    Dispatcher dispatcher = new Dispatcher(ledger, routes, description, site);
    Pages pages = new Pages(ledger, routes);
    http.createContext("/", exchange -> handle(exchange, dispatcher, pages));
    http.setExecutor(threads);
    http.start();
  }

  private void handle(HttpExchange exchange, Dispatcher dispatcher, Pages pages)
      throws IOException {
    try (exchange) {
      Incoming request = read(exchange);
      RequestContext context = context(request);
      boolean cut = request.path().startsWith("/v") && site.knobs().takeCut(request.path());
      Answer answer = answer(request, context, dispatcher, pages);
      if (!cut) {
        write(exchange, answer);
      }
      // Closed without an answer, the connection breaks off: what was done stays done.
    }
  }

  private static Answer answer(
      Incoming request, RequestContext context, Dispatcher dispatcher, Pages pages) {
    try {
      return pages.answer(request, context).orElseGet(() -> dispatcher.answer(request, context));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, request.verb() + " " + request.path(), e);
      return Answer.error(
          StripeError.of(500, "api_error", null, "An unknown error occurred: " + e, null), context);
    }
  }

  private RequestContext context(Incoming request) {
    String key = request.verb().equals("POST") ? request.headers().get("idempotency-key") : null;
    String requestId = ledger.newId("req_");
    return new RequestContext(
        requestId, nullIfEmpty(key), site.baseUri(), request.path(), request.headers());
  }

  private static @Nullable String nullIfEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static Incoming read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    URI uri = exchange.getRequestURI();
    return new Incoming(
        exchange.getRequestMethod(),
        uri.getPath(),
        Objects.requireNonNullElse(uri.getRawQuery(), ""),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    int length = answer.body().length;
    // -1 says "no body"; 0 would ask for a chunked one.
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
