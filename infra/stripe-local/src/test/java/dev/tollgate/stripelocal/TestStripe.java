package dev.tollgate.stripelocal;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.net.HttpURLConnectionClient;
import com.stripe.param.EventListParams;
import dev.tollgate.stripelocal.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for one test, on a clock that stands at 1 August 2026 until moved, and Stripe's own
 * client for it. Whatever that client gets, and every event there is when the fixture closes, must
 * conform to the API description and to the client's models.
 */
public final class TestStripe implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
  public static final String KEY = "sk_test_local";

  private final MovableClock clock;
  private final StripeLocal server;
  private final Conformance conformance = new Conformance();
  private final StripeClient client;
  private final List<Inbox> inboxes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private boolean checksEvents = true;

  private TestStripe(MovableClock clock, StripeLocal server) {
    this.clock = clock;
    this.server = server;
    this.client =
        StripeClient.builder()
            .setApiKey(KEY)
            .setApiBase(server.baseUri().toString())
            .setHttpClient(conforming())
            .build();
  }

  public static TestStripe start() {
    return start(Settings.defaults().strict());
  }

  public static TestStripe start(Settings settings) {
    return start(settings, new MovableClock(START), Optional.empty());
  }

  /** With a journal that outlives this server. */
  public static TestStripe start(Path data, MovableClock clock) {
    return start(Settings.defaults().strict(), clock, Optional.of(data));
  }

  private static TestStripe start(Settings settings, MovableClock clock, Optional<Path> data) {
    // Not seeded: ids must differ between servers on one journal.
    return new TestStripe(
        clock, StripeLocal.start(new Options(0, data, clock, settings, new SplittableRandom())));
  }

  /** Stripe's own client, unmodified; it does not retry. */
  public StripeClient client() {
    return client;
  }

  public StripeLocal server() {
    return server;
  }

  public MovableClock clock() {
    return clock;
  }

  /** Moves the stack's clock step by step, so that what falls due on the way runs on time. */
  public void advance(Duration by) {
    Instant target = clock.instant().plus(by);
    Optional<Instant> due = server.nextDue();
    while (due.isPresent() && !due.get().isAfter(target)) {
      if (due.get().isAfter(clock.instant())) {
        clock.moveTo(due.get());
      }
      server.runDue();
      due = server.nextDue();
    }
    clock.moveTo(target);
  }

  /** A webhook endpoint that takes everything. */
  public Inbox inbox() {
    return inbox(List.of("*"));
  }

  public Inbox inbox(List<String> events) {
    Inbox inbox = Inbox.open(this, events);
    inboxes.add(inbox);
    return inbox;
  }

  /** All events of a type, newest first. */
  public List<Event> events(String type) throws StripeException {
    return client
        .v1()
        .events()
        .list(EventListParams.builder().setType(type).setLimit(100L).build())
        .getData();
  }

  /** A raw request; the body is a form, or null for GET. */
  public HttpResponse<String> raw(String verb, String path, @Nullable String form) {
    return raw(verb, path, form, "Authorization", "Bearer " + KEY, "Stripe-Version", VERSION);
  }

  public HttpResponse<String> raw(
      String verb, String path, @Nullable String form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + path))
            .method(verb, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
    if (form != null) {
      request.header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static final String VERSION = "2026-07-29.dahlia";

  /** A test helper's page: {@code POST /_test/…} with a JSON body. */
  public String test(String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + "/_test/" + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** For a test that stops the server itself. */
  public void stop() {
    checksEvents = false;
    close();
  }

  private HttpURLConnectionClient conforming() {
    return new HttpURLConnectionClient() {
      @Override
      public com.stripe.net.StripeResponse request(com.stripe.net.StripeRequest request)
          throws com.stripe.exception.ApiConnectionException {
        com.stripe.net.StripeResponse response = super.request(request);
        if (response.code() == 200) {
          conformance.answer(request.method().name(), request.url().getPath(), response.body());
        }
        return response;
      }
    };
  }

  private void checkAllEvents() {
    String after = "";
    boolean more = true;
    while (more) {
      String body = raw("GET", "/v1/events?limit=100" + after, null).body();
      conformance.answer("GET", "/v1/events", body);
      var page = dev.tollgate.stripelocal.ledger.Json.read(body);
      more = page.path("has_more").booleanValue();
      if (more) {
        after = "&starting_after=" + page.path("data").path(99).path("id").asText();
      }
    }
  }

  @Override
  public void close() {
    try {
      if (checksEvents) {
        server.knobs().reset();
        checkAllEvents();
      }
    } finally {
      inboxes.forEach(Inbox::close);
      server.close();
      http.close();
    }
  }
}
