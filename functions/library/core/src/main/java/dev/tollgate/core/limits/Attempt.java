package dev.tollgate.core.limits;

import dev.tollgate.core.editions.RateLimit;
import dev.tollgate.core.editions.RateRule;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import java.time.Instant;
import java.util.List;

/**
 * One try of one action by one subject. It counts in the same transaction as its effect: a try over
 * the rule has no effect and discloses nothing, however many run at once. A window opens with the
 * first try in it and lasts as long as the rule says.
 *
 * @param action what is tried, as a stable word for keys
 * @param subject who tries, hashed, so that no address stands in a key
 */
public record Attempt(String action, Fingerprint subject, RateRule rule, Instant at) {

  /** The attempts that one request with an e-mail address in it makes. */
  public static List<Attempt> of(
      String action, RateLimit limit, Client client, EmailAddress email, Instant now) {
    return List.of(
        byAddress(action, limit, client, now),
        new Attempt(action, Fingerprint.of("email " + email.value()), limit.perEmail(), now));
  }

  /** The attempt of a request that names nobody. */
  public static Attempt byAddress(String action, RateLimit limit, Client client, Instant now) {
    return new Attempt(
        action, Fingerprint.of("address " + client.address()), limit.perAddress(), now);
  }

  /** When a window that opened then is over, and tries count from one again. */
  public Instant windowEnd(Instant opened) {
    return opened.plus(rule.window());
  }
}
