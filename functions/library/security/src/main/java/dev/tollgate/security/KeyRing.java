package dev.tollgate.security;

import dev.tollgate.core.kernel.Time;
import java.time.Duration;
import java.time.Instant;

/**
 * The present keys, read again every few minutes and when a token names a key we have not seen, so
 * that keys rotate without a deployment.
 */
final class KeyRing {
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** How often strangers' key ids can make us ask. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final KeySource source;
  private final Time time;
  private volatile Reading reading;

  private record Reading(SigningKeys keys, Instant at) {}

  /** Reads at once, so that a missing secret stops the start. */
  KeyRing(KeySource source, Time time) {
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

  SigningKeys reread() {
    Reading next = read();
    reading = next;
    return next.keys();
  }

  private boolean isOlderThan(Duration age) {
    Instant now = time.now();
    return now.isAfter(reading.at().plus(age)) || now.isBefore(reading.at());
  }

  private Reading read() {
    return new Reading(SigningKeys.parse(source.read()), time.now());
  }
}
