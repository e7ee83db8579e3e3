package dev.tollgate.stripelocal;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.Webhook;
import com.stripe.param.WebhookEndpointCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A webhook receiver on the loopback address that keeps all it gets. */
public final class Inbox implements AutoCloseable {
  /** A delivery as it came. */
  public record Letter(String body, String signature) {
    public String type() {
      return dev.tollgate.stripelocal.ledger.Json.read(body).path("type").asText();
    }

    public String id() {
      return dev.tollgate.stripelocal.ledger.Json.read(body).path("id").asText();
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpServer http;
  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final String secret;
  private final String endpoint;

  private Inbox(HttpServer http, String secret, String endpoint) {
    this.http = http;
    this.secret = secret;
    this.endpoint = endpoint;
  }

  static Inbox open(TestStripe stripe, List<String> events) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      WebhookEndpointCreateParams.Builder params =
          WebhookEndpointCreateParams.builder()
              .setUrl("http://127.0.0.1:" + http.getAddress().getPort() + "/hooks")
              .setApiVersion(WebhookEndpointCreateParams.ApiVersion.VERSION_2026_07_29_DAHLIA);
      events.forEach(
          type ->
              params.addEnabledEvent(
                  java.util.Arrays.stream(WebhookEndpointCreateParams.EnabledEvent.values())
                      .filter(event -> event.getValue().equals(type))
                      .findFirst()
                      .orElseThrow()));
      WebhookEndpoint made = stripe.client().v1().webhookEndpoints().create(params.build());
      Inbox inbox = new Inbox(http, made.getSecret(), made.getId());
      http.createContext("/hooks", inbox::take);
      http.start();
      return inbox;
    } catch (IOException | StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      if (!fails) {
        letters.add(new Letter(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
      }
      exchange.sendResponseHeaders(fails ? 500 : 200, -1);
    }
  }

  /** The next deliveries are answered 500 and not kept. */
  public void failNext(int count) {
    failures.set(count);
  }

  public String secret() {
    return secret;
  }

  /** The endpoint's id. */
  public String endpoint() {
    return endpoint;
  }

  public List<Letter> letters() {
    return List.copyOf(letters);
  }

  public List<Letter> letters(String type) {
    return letters.stream().filter(letter -> letter.type().equals(type)).toList();
  }

  /** Waits until there are so many of a type, at most ten seconds. */
  public List<Letter> await(String type, int count) {
    return awaitThat(all -> letters(type).size() >= count).stream()
        .filter(letter -> letter.type().equals(type))
        .toList();
  }

  public List<Letter> awaitThat(Predicate<List<Letter>> wanted) {
    await(
        () -> wanted.test(letters()),
        () -> "got only " + letters.stream().map(Letter::type).toList());
    return letters();
  }

  /** Polls a condition; for what happens on another thread. */
  public static void await(
      java.util.function.BooleanSupplier wanted, java.util.function.Supplier<String> otherwise) {
    Instant deadline = InstantSource.system().instant().plus(PATIENCE);
    while (!wanted.getAsBoolean()) {
      if (InstantSource.system().instant().isAfter(deadline)) {
        throw new AssertionError(otherwise.get());
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The event, verified as the application would: by the client, at the stack's time. */
  public Event verified(Letter letter, MovableClock clock) {
    try {
      return Webhook.constructEvent(
          letter.body(),
          letter.signature(),
          secret,
          300L,
          java.time.Clock.fixed(clock.instant(), java.time.ZoneOffset.UTC));
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
