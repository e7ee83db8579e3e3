package dev.tollgate.local.stripe;

import dev.tollgate.core.billing.EventTypes;
import dev.tollgate.local.quiet.Worker;
import dev.tollgate.local.schedules.Agenda;
import dev.tollgate.stripelocal.Options;
import dev.tollgate.stripelocal.StripeLocal;
import dev.tollgate.stripelocal.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stand-in, told where the stack's webhooks are and how their messages are signed. */
public final class StripePart implements Worker, Agenda, AutoCloseable {
  /** The key that the contract publishes. */
  static final String API_KEY = "sk_test_local";

  /** A local secret is none; the same at every start, so that what was delivered can be checked. */
  static final String WEBHOOK_SECRET = "whsec_local_0123456789abcdef0123456789abcdef";

  static final String THIN_SECRET = "whsec_local_thin_0123456789abcdef01234567";

  /** What functions find behind the name of the template's secret. */
  public static final String SECRET =
      "{\"api_key\":\"%s\",\"webhook_secrets\":[\"%s\"],\"thin_webhook_secrets\":[\"%s\"]}"
          .formatted(API_KEY, WEBHOOK_SECRET, THIN_SECRET);

  /** As a deployment sets it in Stripe: no edition's dunning takes longer than Stripe's own. */
  private static final List<Duration> PAYMENT_RETRIES =
      Stream.of(3, 7, 14, 21, 28).map(Duration::ofDays).toList();

  private final StripeLocal stripe;

  private StripePart(StripeLocal stripe) {
    this.stripe = stripe;
  }

  /**
   * @param api where the stack's own routes are
   * @param port 0 for a free one
   * @param data where its objects are kept; empty for memory
   */
  public static StripePart start(URI api, int port, Optional<Path> data, InstantSource clock) {
    URI webhooks = URI.create(api + "/api/v1/webhooks/stripe");
    List<String> snapshots = EventTypes.all().stream().sorted().toList();
    Settings settings =
        Settings.defaults()
            .with(Settings.Billing.defaults().retrying(PAYMENT_RETRIES))
            .with(StripeLocal.endpoint(webhooks, WEBHOOK_SECRET, snapshots, false))
            .with(StripeLocal.endpoint(webhooks, THIN_SECRET, List.of("*"), true));
    return new StripePart(
        StripeLocal.start(new Options(port, data, clock, settings, new SecureRandom())));
  }

  public StripeLocal server() {
    return stripe;
  }

  @Override
  public Optional<Instant> nextDue() {
    return stripe.nextDue();
  }

  @Override
  public void runDue() {
    stripe.runDue();
  }

  @Override
  public List<String> unfinished(long since) {
    int underway = stripe.undelivered();
    return underway == 0
        ? List.of()
        : List.of(underway + " event(s) of the Stripe stand-in are on their way");
  }

  @Override
  public void close() {
    stripe.close();
  }
}
