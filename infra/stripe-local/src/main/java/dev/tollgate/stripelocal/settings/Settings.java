package dev.tollgate.stripelocal.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * How the account is set.
 *
 * @param strictVersion whether a request must carry the API version; a wrong one is always refused
 * @param shuffleSeed shuffles the order in which one change's webhooks are sent; empty keeps it
 * @param webhookRetries waits between delivery attempts; after the last one the stand-in gives up
 * @param endpoints webhook endpoints that exist from the start, with secrets known beforehand
 */
public record Settings(
    boolean strictVersion,
    OptionalLong shuffleSeed,
    List<Duration> webhookRetries,
    Billing billing,
    List<Endpoint> endpoints) {

  /**
   * A webhook endpoint.
   *
   * @param secret the whole text that signs, {@code whsec_…}
   * @param events event types, or {@code *}
   * @param thin whether it takes v2 events (thin) instead of v1 events (snapshots)
   */
  public record Endpoint(URI url, String secret, List<String> events, boolean thin) {
    public Endpoint {
      events = List.copyOf(events);
    }
  }

  /** What becomes of a subscription when the last retry of its invoice failed. */
  public enum AfterRetries {
    CANCEL,
    UNPAID,
    PAST_DUE
  }

  /**
   * @param finalizeAfter from a draft invoice to its finalization and first attempt
   * @param paymentRetries from the first failed attempt to each retry
   * @param incompleteFor how long a first invoice may stay unpaid
   * @param trialWillEnd how long before the end of a trial it is announced
   * @param upcoming how long before the end of a period the next invoice is announced
   * @param meterLag how long a meter event takes to count
   */
  public record Billing(
      Duration finalizeAfter,
      List<Duration> paymentRetries,
      AfterRetries afterRetries,
      Duration incompleteFor,
      Duration trialWillEnd,
      Duration upcoming,
      Duration meterLag) {
    /** The same with other waits until a failed payment is tried again. */
    public Billing retrying(List<Duration> waits) {
      return new Billing(
          finalizeAfter, waits, afterRetries, incompleteFor, trialWillEnd, upcoming, meterLag);
    }

    public static Billing defaults() {
      return new Billing(
          Duration.ofHours(1),
          List.of(Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7)),
          AfterRetries.CANCEL,
          Duration.ofHours(23),
          Duration.ofDays(3),
          Duration.ofDays(7),
          Duration.ZERO);
    }
  }

  public static Settings defaults() {
    return new Settings(false, OptionalLong.empty(), RETRIES, Billing.defaults(), List.of());
  }

  /** 5 min, 30 min, 2 h, 5 h, 10 h, then daily until three days are over. */
  private static final List<Duration> RETRIES =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofDays(1),
          Duration.ofDays(1));

  public Settings strict() {
    return new Settings(true, shuffleSeed, webhookRetries, billing, endpoints);
  }

  public Settings with(Endpoint endpoint) {
    List<Endpoint> more =
        java.util.stream.Stream.concat(endpoints.stream(), java.util.stream.Stream.of(endpoint))
            .toList();
    return new Settings(strictVersion, shuffleSeed, webhookRetries, billing, more);
  }

  public Settings with(Billing other) {
    return new Settings(strictVersion, shuffleSeed, webhookRetries, other, endpoints);
  }

  public Settings shuffled(long seed) {
    return new Settings(strictVersion, OptionalLong.of(seed), webhookRetries, billing, endpoints);
  }
}
