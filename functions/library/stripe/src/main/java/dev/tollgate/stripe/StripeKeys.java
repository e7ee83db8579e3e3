package dev.tollgate.stripe;

import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.lambda.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The present keys, read again every few minutes: a copy of a snapshot is as old as its deployment,
 * and secrets are rolled in between.
 */
final class StripeKeys {
  static final Duration FRESH = Duration.ofMinutes(5);

  private final SecretSource source;
  private final Time time;
  private final Log log;
  private volatile Reading reading;

  private record Reading(StripeSecrets secrets, Instant at) {}

  /** Reads at once, so that a malformed secret stops the start. */
  StripeKeys(SecretSource source, Time time, Log log) {
    this.source = source;
    this.time = time;
    this.log = log;
    this.reading = read();
  }

  StripeSecrets current() {
    Instant now = time.now();
    Instant read = reading.at();
    if (now.isBefore(read) || !now.isBefore(read.plus(FRESH))) {
      reread();
    }
    return reading.secrets();
  }

  /** Keys that we hold stay good while the secret cannot be read. */
  private void reread() {
    try {
      reading = read();
    } catch (Unavailable | IllegalStateException e) {
      log.error("stripe_keys_unreadable", Map.of(), e);
      reading = new Reading(reading.secrets(), time.now());
    }
  }

  private Reading read() {
    return new Reading(
        source.read().map(StripeSecrets::parse).orElse(StripeSecrets.NONE), time.now());
  }
}
