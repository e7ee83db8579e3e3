package dev.tollgate.stripelocal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.StripeClient;
import com.stripe.events.V1BillingMeterErrorReportTriggeredEventNotification;
import com.stripe.model.v2.core.EventNotification;
import com.stripe.net.ApiResource.RequestMethod;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.stripelocal.MovableClock;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.Origin;
import dev.tollgate.stripelocal.settings.Knobs;
import dev.tollgate.stripelocal.settings.Settings;
import dev.tollgate.stripelocal.wire.StripeServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Meters are another room's: here an event is emitted by hand. */
class ThinEventsTest {
  private static final String SECRET = "whsec_known_beforehand";
  // The client judges a notification's age by the machine's clock.
  private final MovableClock clock = new MovableClock(InstantSource.system().instant());
  private final BlockingQueue<String[]> letters = new LinkedBlockingQueue<>();

  @Test
  void aThinNotificationNamesItsObjectAndTheEventIsFetched() throws Exception {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          letters.add(
              new String[] {
                new String(body, StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Stripe-Signature")
              });
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/thin");
    Settings settings =
        Settings.defaults()
            .with(new Settings.Endpoint(url, SECRET, List.of("*"), true))
            .with(new Settings.Endpoint(url, SECRET, List.of("*"), false));

    Ledger ledger = Ledger.open(Optional.empty(), clock, new SplittableRandom(1));
    try (StripeServer server = StripeServer.bind(0, ledger, settings, new Knobs());
        Webhooks webhooks = new Webhooks(ledger, server.site())) {
      server.open(List.of(webhooks, new EventRoom()));
      webhooks.start();
      emit(ledger);

      String[] letter = letters.poll(10, TimeUnit.SECONDS);
      StripeClient client =
          StripeClient.builder()
              .setApiKey(TestStripe.KEY)
              .setApiBase(server.site().baseUri().toString())
              .build();
      EventNotification notification = client.parseEventNotification(letter[0], letter[1], SECRET);
      assertThat(notification)
          .isInstanceOf(V1BillingMeterErrorReportTriggeredEventNotification.class);
      JsonNode sent = Json.read(letter[0]);
      assertThat(sent.has("data")).isFalse();
      assertThat(sent.path("related_object").path("url").asText())
          .isEqualTo("/v1/billing/meters/mtr_test_1");
      assertThat(sent.path("id").asText()).startsWith("evt_test_");

      String fetched =
          client
              .rawRequest(RequestMethod.GET, "/v2/core/events/" + sent.path("id").asText(), null)
              .body();
      assertThat(Json.read(fetched).path("data").path("reason").path("error_count").asInt())
          .isEqualTo(1);
      // The endpoint for snapshots got none.
      assertThat(letters).isEmpty();
    } finally {
      receiver.stop(0);
    }
  }

  private static void emit(Ledger ledger) {
    ObjectNode data = Json.object();
    data.putObject("reason").put("error_count", 1);
    ledger.work(
        Origin.AUTOMATIC,
        work -> {
          ObjectNode meter = work.add(Kind.METER, Json.object().put("id", "mtr_test_1"));
          work.emitThin("v1.billing.meter.error_report_triggered", meter, data);
          return true;
        });
  }
}
