package dev.tollgate.security;

import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.lambda.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The present keys, read again every few minutes and when a token names a key we have not seen, so
 * that keys rotate without a deployment.
 */
final class KeyRing {
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** How often strangers' key ids can make us ask. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final KeySource source;
  private final Log log;
  private final Time time;
  private volatile Reading reading;

  private record Reading(SigningKeys keys, Instant at) {}

  /** Reads at once, so that a missing secret stops the start. */
  KeyRing(KeySource source, Time time, Log log) {
    this.log = log;
    this.source = source;
    this.time = time;
    this.reading = read();
  }

  SigningKeys current() {
    return isOlderThan(FRESH) ? reread() : reading.keys();
  }

  /** The keys after somebody named one that is not among them. */
  SigningKeys afterUnknownId() {
    return isOlderThan(PAUSE) ? reread() : reading.keys();
  }

  /** Keys that we hold stay good while their store cannot be reached. */
  private SigningKeys reread() {
    try {
      reading = read();
    } catch (Unavailable e) {
      log.error("signing_keys_unavailable", Map.of(), e);
      reading = new Reading(reading.keys(), time.now());
    }
    return reading.keys();
  }

  private boolean isOlderThan(Duration age) {
    Instant now = time.now();
    return now.isAfter(reading.at().plus(age)) || now.isBefore(reading.at());
  }

  private Reading read() {
    return new Reading(SigningKeys.parse(source.read()), time.now());
  }
}
