package dev.tollgate.stripelocal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.service.V1Services;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.subscriptions.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What is on sale, in sessions and to buyers who come to the hosted pages. */
public final class Storefront implements AutoCloseable {
  /** What a test's door or a page answered. */
  public record Reply(int status, String body, String location) {
    public JsonNode json() {
      return Json.read(body);
    }

    public String text(String field) {
      return json().path(field).asText();
    }
  }

  private final TestStripe stripe;
  private final Shop goods;
  private final HttpClient http = HttpClient.newHttpClient();

  public Storefront(TestStripe stripe) {
    this.stripe = stripe;
    this.goods = Shop.on(stripe);
  }

  public V1Services v1() {
    return stripe.client().v1();
  }

  /** 49.00 USD per month and seat. */
  public Price seat() throws StripeException {
    return recurring("Pro", 4900);
  }

  public Price recurring(String name, long cents) throws StripeException {
    return goods.monthly(name, cents);
  }

  public Price once(String name, long cents) throws StripeException {
    return v1().prices()
        .create(
            PriceCreateParams.builder()
                .setCurrency("usd")
                .setUnitAmount(cents)
                .setProductData(PriceCreateParams.ProductData.builder().setName(name).build())
                .build());
  }

  /** 0.08 USD per operation. */
  public Price metered() throws StripeException {
    return goods.metered(goods.meter(), price -> price.setUnitAmount(8L));
  }

  public Customer customer(String name) throws StripeException {
    return v1().customers()
        .create(CustomerCreateParams.builder().setEmail("owner@example.com").setName(name).build());
  }

  public static LineItem line(Price price, long quantity) {
    return LineItem.builder().setPrice(price.getId()).setQuantity(quantity).build();
  }

  /** A session with addresses to come back to. */
  public static SessionCreateParams.Builder session(Mode mode) {
    return SessionCreateParams.builder()
        .setMode(mode)
        .setSuccessUrl("https://app.example.com/billing?cs={CHECKOUT_SESSION_ID}")
        .setCancelUrl("https://app.example.com/billing");
  }

  /** Five seats. */
  public SessionCreateParams.Builder subscription() throws StripeException {
    return session(Mode.SUBSCRIPTION).addLineItem(line(seat(), 5));
  }

  /** A domain for 14.99 USD. */
  public SessionCreateParams.Builder payment() throws StripeException {
    return session(Mode.PAYMENT).addLineItem(line(once("example.com", 1499), 1));
  }

  public Session open(SessionCreateParams.Builder params) throws StripeException {
    return v1().checkout().sessions().create(params.build());
  }

  public Session read(Session session) throws StripeException {
    return v1().checkout().sessions().retrieve(session.getId());
  }

  /** There is no other, of whatever status. */
  public Subscription onlySubscription() throws StripeException {
    SubscriptionListParams all =
        SubscriptionListParams.builder().setStatus(SubscriptionListParams.Status.ALL).build();
    List<Subscription> made = v1().subscriptions().list(all).getData();
    assertThat(made).hasSize(1);
    return made.getFirst();
  }

  /** A buyer pays with a card, without a browser. */
  public Reply pay(Session session, String card) {
    return payWith(session, "{\"card\":\"" + card + "\"}");
  }

  public Reply payWith(Session session, String json) {
    return step("checkout/" + session.getId() + "/pay", json);
  }

  public Reply step(String path, String json) {
    return send(
        HttpRequest.newBuilder(at("/_test/" + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** What a browser sees. */
  public Reply page(String path) {
    return send(HttpRequest.newBuilder(at(path)));
  }

  /** What a browser sends. */
  public Reply submit(String path, String form) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private URI at(String path) {
    return path.startsWith("http")
        ? URI.create(path)
        : URI.create(stripe.server().baseUri() + path);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Location").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
