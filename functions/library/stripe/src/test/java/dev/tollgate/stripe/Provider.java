package dev.tollgate.stripe;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.ProviderCatalogue.Overage;
import dev.tollgate.core.billing.ProviderCatalogue.PriceSpec;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.stripelocal.Options;
import dev.tollgate.stripelocal.StripeLocal;
import dev.tollgate.stripelocal.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A stand-in for Stripe with prices in it, all ports on it, and what a buyer does on its pages. */
final class Provider implements AutoCloseable {
  static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
  static final URI DONE = URI.create("https://a.example/done");
  static final URI CANCELED = URI.create("https://a.example/canceled");
  static final String GOOD_CARD = "4242424242424242";
  static final String BROKE_CARD = "pm_card_chargeCustomerFail";
  static final Meter METER = Meter.OPERATIONS;
  static final String EVENT_NAME = "pm33_operations";

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicInteger keys = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();
  private final StripeLocal server;

  final StripeApi api;
  final StripeCustomers customers;
  final StripeClocks clocks;
  final StripeCheckouts checkouts;
  final StripeContracts contracts;
  final StripeCharges charges;
  final StripeStatements statements;
  final StripeHappenings happenings;
  final StripeCatalogue catalogue;
  final StripeMeterReports usage;
  final StripeCardPayments payments;
  final String seats;
  final String better;
  final String overage;

  Provider() {
    this(Settings.defaults().strict());
  }

  Provider(Settings settings) {
    server =
        StripeLocal.start(
            new Options(0, Optional.empty(), now::get, settings, new SplittableRandom(7)));
    StripeKeys secrets =
        new StripeKeys(
            () -> Optional.of("{\"api_key\": \"" + Fixtures.API_KEY + "\"}"),
            time(),
            Fixtures.log());
    api = StripeApi.open(secrets, Optional.of(server.baseUri().toString()));
    PlanCatalogue nothing = Fixtures.catalogue("starter", "price_none");
    PlanNames plans = new PlanNames(api, nothing);
    Meters meters = new Meters(api);
    customers = new StripeCustomers(api, new ContractReader(plans));
    clocks = new StripeClocks(api, _ -> {});
    checkouts = new StripeCheckouts(api);
    charges = new StripeCharges(api);
    statements = new StripeStatements(api);
    happenings = new StripeHappenings(api);
    catalogue = new StripeCatalogue(api, meters);
    usage = new StripeMeterReports(api, meters, "pm33");
    payments = new StripeCardPayments(api);
    seats = price("team", 4900, Optional.empty());
    better = price("scale", 9900, Optional.empty());
    contracts = new StripeContracts(api, new PlanNames(api, Fixtures.catalogue("scale", better)));
    String meter = catalogue.createMeter(METER, "Operations", EVENT_NAME, key());
    overage = price("team", 8, Optional.of(new Overage(METER, meter, 100)));
  }

  private String price(String plan, long amount, Optional<Overage> usageOf) {
    String product = catalogue.createProduct(plan, plan, "", key());
    String name = "pm33_" + plan + (usageOf.isPresent() ? "_overage" : "_monthly");
    return catalogue.createPrice(
        new PriceSpec(name, plan, "USD", BillingInterval.MONTHLY, amount, usageOf), product, key());
  }

  String key() {
    return "key-" + keys.incrementAndGet();
  }

  Instant now() {
    return now.get();
  }

  private Time time() {
    return new Time() {
      @Override
      public Instant now() {
        return now.get();
      }

      @Override
      public Instant now(TenantId tenant) {
        return now.get();
      }
    };
  }

  StripeLocal server() {
    return server;
  }

  /** Stripe's own client, for what our ports never do. */
  <T> T raw(StripeApi.Request<T> request) {
    return api.call("do it", request);
  }

  /** Moves the clock; what falls due on the way runs on time. */
  void advance(Duration by) {
    Instant target = now.get().plus(by);
    Optional<Instant> due = server.nextDue();
    while (due.isPresent() && !due.get().isAfter(target)) {
      if (due.get().isAfter(now.get())) {
        now.set(due.get());
      }
      server.runDue();
      due = server.nextDue();
    }
    now.set(target);
  }

  String customer() {
    return customers.create(Fixtures.TENANT, new EmailAddress("ann@example.com"), "Ann Ltd", key());
  }

  Checkouts.Order order(String customer, int quantity, Optional<Instant> trialEnd) {
    return new Checkouts.Order(
        Fixtures.TENANT,
        customer,
        "team",
        List.of(
            new Checkouts.Line(seats, OptionalInt.of(quantity)),
            new Checkouts.Line(overage, OptionalInt.empty())),
        trialEnd,
        DONE,
        CANCELED);
  }

  /** Pays a checkout on its page. */
  JsonObject pay(String checkout, String card) {
    return test("checkout/" + checkout + "/pay", "{\"card\": \"" + card + "\"}");
  }

  /** A new contract of the customer, paid. */
  Contract subscribe(String customer, int quantity) {
    Checkouts.Outcome opened = checkouts.open(order(customer, quantity, Optional.empty()), key());
    pay(((Checkouts.Outcome.Opened) opened).id(), GOOD_CARD);
    return state(customer).getLast();
  }

  List<Contract> state(String customer) {
    return customers.stateOf(customer, Set.of()).contracts().stream()
        .sorted(java.util.Comparator.comparing(Contract::startedAt))
        .toList();
  }

  Contract contract(String customer) {
    List<Contract> all = state(customer);
    if (all.size() != 1) {
      throw new IllegalStateException("not one contract but " + all.size());
    }
    return all.getFirst();
  }

  Subscription subscription(String id) {
    return raw(stripe -> stripe.v1().subscriptions().retrieve(id));
  }

  /** From now on the customer's subscription is charged to that card. */
  void takesCard(String customer, String subscription, String testMethod) {
    raw(stripe -> takeCard(stripe, customer, subscription, testMethod));
  }

  private static Subscription takeCard(
      StripeClient stripe, String customer, String subscription, String testMethod)
      throws StripeException {
    PaymentMethod method =
        stripe
            .v1()
            .paymentMethods()
            .attach(testMethod, PaymentMethodAttachParams.builder().setCustomer(customer).build());
    stripe
        .v1()
        .customers()
        .update(
            customer,
            CustomerUpdateParams.builder()
                .setInvoiceSettings(
                    CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(method.getId())
                        .build())
                .build());
    return stripe
        .v1()
        .subscriptions()
        .update(
            subscription,
            com.stripe.param.SubscriptionUpdateParams.builder()
                .setDefaultPaymentMethod(method.getId())
                .build());
  }

  /** What happens outside our sight: a buyer on a page, a bank. */
  JsonObject test(String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + "/_test/" + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    try {
      return JsonParser.parseString(http.send(request, BodyHandlers.ofString()).body())
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }
}
