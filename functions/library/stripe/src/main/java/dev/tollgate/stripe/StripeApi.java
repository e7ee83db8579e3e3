package dev.tollgate.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.net.BearerTokenAuthenticator;
import com.stripe.net.RequestOptions;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The client with our key, our time limits and our reading of what went wrong. */
final class StripeApi {
  /** Stripe's own defaults are longer than a request to us may take. */
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private static final Duration READ = Duration.ofSeconds(10);

  /** After a lost answer the client asks again under the same key. */
  private static final int RETRIES = 2;

  /** The most that Stripe gives at once. */
  static final long PAGE = 100;

  private final StripeKeys keys;
  private final StripeClient client;

  private StripeApi(StripeKeys keys, StripeClient client) {
    this.keys = keys;
    this.client = client;
  }

  /**
   * @param endpoint another one than Stripe's, without a slash at its end
   */
  static StripeApi open(StripeKeys keys, Optional<String> endpoint) {
    Stripe.enableTelemetry = false; // of the whole process; it writes a file and adds a header
    var builder =
        StripeClient.builder()
            .setAuthenticator(
                request ->
                    new BearerTokenAuthenticator(keys.current().apiKey()).authenticate(request))
            .setConnectTimeout((int) CONNECT.toMillis())
            .setReadTimeout((int) READ.toMillis())
            .setMaxNetworkRetries(RETRIES);
    endpoint.ifPresent(builder::setApiBase);
    return new StripeApi(keys, builder.build());
  }

  /** Whether real money moves. */
  boolean isLive() {
    return keys.current().isLive();
  }

  /** One or more calls that belong together. */
  interface Request<T> {
    T send(StripeClient stripe) throws StripeException;
  }

  boolean isConfigured() {
    return keys.current().isConfigured();
  }

  /**
   * @param what we want, as it goes on after "Stripe did not"
   * @throws Unavailable where the outcome is unknown
   */
  <T> Reply<T> ask(String what, Request<T> request) {
    if (!isConfigured()) {
      throw new Unavailable("there is no account with Stripe to " + what);
    }
    try {
      return new Reply.Given<>(request.send(client));
    } catch (StripeException e) {
      return reply(what, e);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof StripeException lost) { // how later pages of a list fail
        return reply(what, lost);
      }
      throw e;
    }
  }

  /** Where a refusal would be a bug of ours. */
  <T> T call(String what, Request<T> request) {
    return ask(what, request).orBug(what);
  }

  /** Empty where there is no such thing. */
  <T> Optional<T> find(String what, Request<T> request) {
    return ask(what, request).orGone(what);
  }

  private static <T> Reply<T> reply(String what, StripeException e) {
    if (Failures.settleNothing(e)) {
      throw Failures.unavailable(what, e);
    }
    return Reply.of(e);
  }

  /** The same key twice is the same thing once. */
  static RequestOptions keyed(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  /** All pages. */
  static <T extends HasId> List<T> all(com.stripe.model.StripeCollection<T> first) {
    List<T> all = new ArrayList<>();
    first.autoPagingIterable().forEach(all::add);
    return all;
  }
}
