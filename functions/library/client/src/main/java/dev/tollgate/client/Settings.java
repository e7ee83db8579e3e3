package dev.tollgate.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How to reach Tollgate.
 *
 * @param base without a slash at its end
 * @param timeout of one attempt, from its start to the answer's last byte
 * @param patience within which attempts may begin, pauses included
 * @param hold how long a reservation lasts whose caller does not say
 */
record Settings(
    URI base,
    Secret key,
    HttpClient http,
    Duration timeout,
    Duration patience,
    Duration hold,
    InstantSource time,
    RandomGenerator random,
    Pause pause) {

  Settings {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("a client that follows redirects takes the key elsewhere");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("a timeout is positive");
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience is not negative");
    }
    Wishes.requireSeconds(hold);
  }

  Settings with(HttpClient other) {
    return new Settings(base, key, other, timeout, patience, hold, time, random, pause);
  }

  Settings withTimeout(Duration other) {
    return new Settings(base, key, http, other, patience, hold, time, random, pause);
  }

  Settings withPatience(Duration other) {
    return new Settings(base, key, http, timeout, other, hold, time, random, pause);
  }

  Settings withHold(Duration other) {
    return new Settings(base, key, http, timeout, patience, other, time, random, pause);
  }

  Settings with(InstantSource other) {
    return new Settings(base, key, http, timeout, patience, hold, other, random, pause);
  }

  Settings with(RandomGenerator other) {
    return new Settings(base, key, http, timeout, patience, hold, time, other, pause);
  }

  Settings with(Pause other) {
    return new Settings(base, key, http, timeout, patience, hold, time, random, other);
  }
}
