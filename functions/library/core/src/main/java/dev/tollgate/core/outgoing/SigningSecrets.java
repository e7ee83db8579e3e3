package dev.tollgate.core.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The secret of an endpoint and, for a day after a rotation, the one before it, so that receivers
 * can change over without losing news. A second rotation within that day drops the oldest.
 */
public record SigningSecrets(WebhookSecret current, Optional<Retiring> before) {
  public static final Duration OVERLAP = Duration.ofHours(24);

  /**
   * @param until from then on it signs nothing
   */
  public record Retiring(WebhookSecret secret, Instant until) {}

  public static SigningSecrets of(WebhookSecret secret) {
    return new SigningSecrets(secret, Optional.empty());
  }

  public SigningSecrets rotated(WebhookSecret next, Instant now) {
    return new SigningSecrets(next, Optional.of(new Retiring(current, now.plus(OVERLAP))));
  }

  /** The one before, while it still signs. */
  public Optional<Retiring> retiring(Instant now) {
    return before.filter(retiring -> now.isBefore(retiring.until()));
  }

  /** The newest first. */
  List<WebhookSecret> signing(Instant now) {
    return retiring(now)
        .map(retiring -> List.of(current, retiring.secret()))
        .orElseGet(() -> List.of(current));
  }
}
