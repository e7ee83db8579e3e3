package dev.tollgate.local.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.quiet.Quiet;
import dev.tollgate.local.schedules.DueIndex;
import dev.tollgate.local.schedules.Journey;
import dev.tollgate.local.schedules.Scheduler;
import dev.tollgate.local.schedules.TenantClocks;
import dev.tollgate.testkit.servers.LocalAws;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class StripePartTest {
  private final StackClock clock = StackClock.open(null);
  private final Activity activity = new Activity();
  private final List<JsonNode> delivered = new CopyOnWriteArrayList<>();
  private final CountDownLatch answers = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer webhooks;
  private StripePart stripe;
  private Quiet quiet;

  @BeforeEach
  void start() throws IOException {
    webhooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    webhooks.createContext("/api/v1/webhooks/stripe", this::take);
    webhooks.start();
    URI api = URI.create("http://127.0.0.1:" + webhooks.getAddress().getPort());
    stripe = StripePart.start(api, 0, Optional.empty(), clock);
    quiet = new Quiet(activity, List.of(stripe));
  }

  @AfterEach
  void stop() {
    answers.countDown();
    stripe.close();
    webhooks.stop(0);
    client.close();
    clock.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      answers.await();
      if (exchange.getRequestHeaders().containsKey("Stripe-Signature")) {
        delivered.add(Fakes.json(body));
      }
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aJourneyOfAMonthRenewsWhatWasSoldAndTheWebhooksAreIn() throws Exception {
    answers.countDown();
    String subscription = sell();
    Instant sold = clock.instant();
    Functions none = new Functions(Map.of(), activity, Fakes.NO_LOG);
    try (none;
        DynamoDbClient unasked =
            LocalAws.client(DynamoDbClient.builder(), stripe.server().baseUri());
        Scheduler scheduler = Scheduler.of(List.of(), clock, none, stripe)) {
      new Journey(scheduler, clock, new DueIndex(unasked, List.of()), new NobodyAhead(), quiet)
          .toTime(sold.plus(Duration.ofDays(33)));
    }

    JsonNode renewed = api("GET", "/v1/subscriptions/" + subscription, "");
    assertThat(Instant.ofEpochSecond(renewed.at("/items/data/0/current_period_start").asLong()))
        .isAfterOrEqualTo(sold.plus(Duration.ofDays(28)));
    assertThat(types()).filteredOn("invoice.paid"::equals).hasSize(2);
    assertThat(stripe.nextDue())
        .hasValueSatisfying(next -> assertThat(next).isAfter(clock.instant()));
  }

  @Test
  void settlingWaitsForWebhooksThatAreOnTheirWay() throws Exception {
    sell();
    assertThat(quiet.await(Duration.ofMillis(1)))
        .singleElement()
        .asString()
        .endsWith("event(s) of the Stripe stand-in are on their way");

    answers.countDown();
    assertThat(quiet.await(Duration.ofSeconds(10))).isEmpty();
    assertThat(types()).contains("customer.subscription.created");
  }

  private List<String> types() {
    return delivered.stream().map(event -> event.path("type").asText()).toList();
  }

  /** Ten dollars a month. */
  private String sell() throws Exception {
    String customer = id("/v1/customers", "name=Ada");
    String card = id("/v1/payment_methods/pm_card_visa/attach", "customer=" + customer);
    String product = id("/v1/products", "name=Pro");
    String price =
        id(
            "/v1/prices",
            "currency=usd&unit_amount=1000&recurring[interval]=month&product=" + product);
    return id(
        "/v1/subscriptions",
        "customer=%s&default_payment_method=%s&items[0][price]=%s"
            .formatted(customer, card, price));
  }

  private String id(String path, String form) throws Exception {
    JsonNode made = api("POST", path, form);
    assertThat(made.path("id").asText()).as(made.toString()).isNotEmpty();
    return made.path("id").asText();
  }

  private JsonNode api(String method, String path, String form) throws Exception {
    return Fakes.json(
        client
            .send(
                HttpRequest.newBuilder(stripe.server().baseUri().resolve(path))
                    .header("authorization", "Bearer " + StripePart.API_KEY)
                    .header("content-type", "application/x-www-form-urlencoded")
                    .method(method, BodyPublishers.ofString(form))
                    .build(),
                BodyHandlers.ofString())
            .body());
  }

  private static final class NobodyAhead implements TenantClocks {
    @Override
    public boolean isKnown(String tenant) {
      return false;
    }

    @Override
    public Optional<Instant> nextDue(String tenant) {
      return Optional.empty();
    }

    @Override
    public void follow(String tenant, Instant to) {
      throw new UnsupportedOperationException();
    }
  }
}
