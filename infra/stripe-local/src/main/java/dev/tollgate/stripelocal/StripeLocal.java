package dev.tollgate.stripelocal;

import dev.tollgate.stripelocal.events.Webhooks;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.Origin;
import dev.tollgate.stripelocal.settings.Knobs;
import dev.tollgate.stripelocal.settings.Settings.Endpoint;
import dev.tollgate.stripelocal.wire.StripeServer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The server. It keeps no time of its own: whoever moves the clock asks {@link #nextDue} and calls
 * {@link #runDue}.
 */
public final class StripeLocal implements AutoCloseable {
  private final Ledger ledger;
  private final StripeServer server;
  private final Webhooks webhooks;

  private StripeLocal(Ledger ledger, StripeServer server, Webhooks webhooks) {
    this.ledger = ledger;
    this.server = server;
    this.webhooks = webhooks;
  }

  public static StripeLocal start(Options options) {
    Ledger ledger = Ledger.open(options.data(), options.clock(), options.random());
    StripeServer server =
        StripeServer.bind(options.port(), ledger, options.settings(), new Knobs());
    Webhooks webhooks = new Webhooks(ledger, server.site());
    Rooms rooms = Rooms.of(ledger, server.site(), webhooks);
    webhooks.start();
    server.open(rooms.all());
    rooms.clocks().resume(ledger);
    return new StripeLocal(ledger, server, webhooks);
  }

  /** A webhook endpoint with a secret known beforehand, for {@code Settings.with}. */
  public static Endpoint endpoint(URI url, String secret, List<String> events, boolean thin) {
    return new Endpoint(url, secret, events, thin);
  }

  /** {@code http://127.0.0.1:port}, without a slash at the end. */
  public URI baseUri() {
    return server.site().baseUri();
  }

  /** The earliest job on the stack's clock (those of test clocks excluded). */
  public Optional<Instant> nextDue() {
    return ledger.nextDue();
  }

  /** The earliest job on a customer's test clock; empty where they live by the stack's. */
  public Optional<Instant> nextDue(String customer) {
    return ledger
        .work(Origin.AUTOMATIC, work -> work.find(Kind.CUSTOMER, customer).flatMap(work::clockOf))
        .flatMap(ledger::nextDue);
  }

  /** Runs everything due at the clock's instant, in order; returns when done. */
  public void runDue() {
    ledger.runDue();
  }

  /** Webhook deliveries on their way now; not those that wait for a later retry. */
  public int undelivered() {
    return webhooks.underway();
  }

  public Knobs knobs() {
    return server.site().knobs();
  }

  @Override
  public void close() {
    server.close();
    webhooks.close();
    ledger.close();
  }
}
