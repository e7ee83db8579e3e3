package dev.tollgate.stripelocal;

import dev.tollgate.stripelocal.settings.Knobs;
import dev.tollgate.stripelocal.settings.Settings.Endpoint;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The server. */
public final class StripeLocal implements AutoCloseable {
  public static StripeLocal start(Options options) {
    throw new UnsupportedOperationException("being written");
  }

  /** A webhook endpoint with a secret known beforehand, for {@code Settings.with}. */
  public static Endpoint endpoint(URI url, String secret, List<String> events, boolean thin) {
    return new Endpoint(url, secret, events, thin);
  }

  public URI baseUri() {
    throw new UnsupportedOperationException("being written");
  }

  /** The earliest job on the stack's clock (those of test clocks excluded). */
  public Optional<Instant> nextDue() {
    throw new UnsupportedOperationException("being written");
  }

  /** Runs everything due at the clock's instant, in order; returns when done. */
  public void runDue() {
    throw new UnsupportedOperationException("being written");
  }

  /** Webhook deliveries on their way now; not those that wait for a later retry. */
  public int undelivered() {
    throw new UnsupportedOperationException("being written");
  }

  public Knobs knobs() {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void close() {}
}
