package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.settings.Settings;
import dev.tollgate.stripelocal.subscriptions.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A destination for thin events on the loopback address. */
final class ThinReports implements AutoCloseable {
  private final HttpServer http;
  private final BlockingQueue<JsonNode> notifications = new LinkedBlockingQueue<>();

  private ThinReports(HttpServer http) {
    this.http = http;
  }

  static ThinReports open() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ThinReports reports = new ThinReports(http);
    http.createContext(
        "/",
        exchange -> {
          reports.notifications.add(Json.read(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    http.start();
    return reports;
  }

  Settings destination(Settings settings) {
    URI url = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/thin");
    return settings.with(new Settings.Endpoint(url, "whsec_thin", List.of("*"), true));
  }

  /** The next event that is told of, fetched as an application would. */
  JsonNode next(Shop shop) throws InterruptedException, StripeException {
    JsonNode notification =
        Objects.requireNonNull(notifications.poll(10, TimeUnit.SECONDS), "nothing was told");
    String path = "/v2/core/events/" + notification.path("id").asText();
    return Json.read(shop.stripe().client().rawRequest(RequestMethod.GET, path, null).body());
  }

  /** Why usage was lost, by the next event. */
  static String code(JsonNode event) {
    return event.path("data").path("reason").path("error_types").path(0).path("code").asText();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
