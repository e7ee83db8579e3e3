package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.core.billing.EventVerifier.Verdict;
import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.usage.Usage;
import dev.tollgate.stripelocal.StripeLocal;
import dev.tollgate.stripelocal.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stand-in sends, as our verifier reads it and our ports tell of it. */
final class WebhooksTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private record Delivery(byte[] body, Optional<String> signature) {}

  private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  private final AtomicInteger answer = new AtomicInteger(200);
  private final SignedEvents verifier = new SignedEvents(Fixtures.keys());
  private HttpServer inbox;
  private Provider provider;
  private String customer;

  @BeforeEach
  void start() throws IOException {
    inbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inbox.createContext("/", this::receive);
    inbox.start();
    URI url = URI.create("http://127.0.0.1:" + inbox.getAddress().getPort() + "/");
    provider =
        new Provider(
            Settings.defaults()
                .strict()
                .with(StripeLocal.endpoint(url, Fixtures.NEW_SECRET, List.of("*"), false))
                .with(StripeLocal.endpoint(url, Fixtures.THIN_SECRET, List.of("*"), true)));
    customer = provider.customer();
  }

  @AfterEach
  void stop() {
    provider.close();
    inbox.stop(0);
  }

  @Test
  void aPaidInvoiceIsHeardOfAndTold() throws InterruptedException {
    provider.subscribe(customer, 2);
    ProviderEvent event = await("invoice.paid");
    assertThat(event.customer()).contains(customer);
    assertThat(provider.happenings.tell(event).happenings())
        .singleElement()
        .isInstanceOfSatisfying(
            Happening.InvoicePaid.class,
            paid -> {
              assertThat(paid.paid()).isEqualTo(new Money(9800, "USD"));
              assertThat(paid.at()).isEqualTo(Provider.START);
            });
  }

  @Test
  void aRenewalThatFailsIsToldWhileItIsOpen() throws InterruptedException {
    Contract contract = provider.subscribe(customer, 1);
    provider.takesCard(customer, contract.id(), Provider.BROKE_CARD);
    provider.advance(Duration.ofDays(31).plusHours(2));
    ProviderEvent event = await("invoice.payment_failed");
    assertThat(provider.happenings.tell(event).happenings())
        .singleElement()
        .isInstanceOfSatisfying(
            Happening.InvoiceFailed.class,
            failed -> {
              assertThat(failed.due()).isEqualTo(new Money(4900, "USD"));
              assertThat(failed.attempts()).isEqualTo(1);
              assertThat(failed.nextTry()).isPresent();
            });
  }

  @Test
  void aRenewalTheBankAsksAboutIsToldAsThat() throws InterruptedException {
    Contract contract = provider.subscribe(customer, 1);
    provider.takesCard(customer, contract.id(), "pm_card_authenticationRequired");
    provider.advance(Duration.ofDays(31).plusHours(2));
    ProviderEvent event = await("invoice.payment_action_required");
    assertThat(provider.happenings.tell(event).happenings())
        .singleElement()
        .isInstanceOf(Happening.ActionRequired.class);
  }

  @Test
  void aRefundIsHeardOfAndTold() throws InterruptedException {
    Contract contract = provider.subscribe(customer, 1);
    provider.contracts.undo(contract.id(), "undo-1");
    ProviderEvent event = await("charge.refunded");
    assertThat(provider.happenings.tell(event).happenings())
        .singleElement()
        .isInstanceOfSatisfying(
            Happening.Refunded.class,
            refunded -> assertThat(refunded.amount()).isEqualTo(new Money(4900, "USD")));
  }

  @Test
  void aDisputeNamesItsCustomerAndItsEnd() throws InterruptedException {
    provider.subscribe(customer, 1);
    String charge =
        provider
            .raw(
                stripe ->
                    stripe
                        .v1()
                        .charges()
                        .list(
                            com.stripe.param.ChargeListParams.builder()
                                .setCustomer(customer)
                                .build()))
            .getData()
            .getFirst()
            .getId();
    String dispute =
        provider
            .test("charges/" + charge + "/dispute", "{\"reason\": \"fraudulent\"}")
            .get("id")
            .getAsString();
    var opened = provider.happenings.tell(await("charge.dispute.created"));
    assertThat(opened.customer()).contains(customer);
    assertThat(opened.happenings()).singleElement().isInstanceOf(Happening.Disputed.class);

    provider.test("disputes/" + dispute + "/close", "{\"status\": \"lost\"}");
    assertThat(provider.happenings.tell(await("charge.dispute.closed")).happenings())
        .last()
        .isInstanceOfSatisfying(
            Happening.DisputeClosed.class, closed -> assertThat(closed.won()).isFalse());
  }

  @Test
  void lostUsageComesAsAThinEventAndIsAnAlarm() throws InterruptedException {
    provider.subscribe(customer, 1);
    provider.usage.report(
        "cus_nobody",
        new Usage(Fixtures.TENANT, "op_1", Provider.METER, 1, provider.now(), Optional.empty()));
    provider.advance(Duration.ofMinutes(10));
    ProviderEvent event = await("v1.billing.meter.error_report_triggered");
    assertThat(provider.happenings.tell(event).happenings())
        .containsExactly(
            new Happening.Alarm("usage is being lost: meter_event_customer_not_found x1"));
  }

  @Test
  void aDeletedCustomerIsNamedByItsOwnEvent() throws InterruptedException {
    provider.raw(stripe -> stripe.v1().customers().delete(customer));
    assertThat(await("customer.deleted").customer()).contains(customer);
  }

  @Test
  void whatWeDidNotTakeIsOnTheirList() throws InterruptedException {
    answer.set(500);
    Instant before = provider.now();
    String late = provider.customer();
    await("customer.created", late);
    StripeEventFeed feed = new StripeEventFeed(provider.api);
    assertThat(feed.undelivered(before, 100))
        .filteredOn(event -> event.type().equals("customer.created"))
        .extracting(ProviderEvent::customer)
        .contains(Optional.of(late));
    assertThat(feed.undelivered(before, 1)).hasSize(1);
    assertThat(feed.undelivered(before.plusSeconds(1), 100)).isEmpty();
  }

  private ProviderEvent await(String type) throws InterruptedException {
    return await(type, "");
  }

  /** The next event of that type, about whatever subject where none is given. */
  private ProviderEvent await(String type, String subject) throws InterruptedException {
    while (true) {
      Delivery delivery = deliveries.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(delivery).as("a delivery of " + type).isNotNull();
      ProviderEvent event = genuine(delivery);
      if (event.type().equals(type) && (subject.isEmpty() || event.subject().equals(subject))) {
        return event;
      }
    }
  }

  private ProviderEvent genuine(Delivery delivery) {
    Verdict verdict = verifier.verify(delivery.body(), delivery.signature(), signedAt(delivery));
    assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
    return ((Verdict.Genuine) verdict).event();
  }

  /** The clock may have moved on since. */
  private static Instant signedAt(Delivery delivery) {
    String header = delivery.signature().orElseThrow();
    return Instant.ofEpochSecond(Long.parseLong(header.substring(2, header.indexOf(','))));
  }

  private void receive(HttpExchange exchange) throws IOException {
    deliveries.add(
        new Delivery(
            exchange.getRequestBody().readAllBytes(),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Stripe-Signature"))));
    exchange.sendResponseHeaders(answer.get(), -1);
    exchange.close();
  }
}
