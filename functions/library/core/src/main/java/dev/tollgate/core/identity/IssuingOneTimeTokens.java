package dev.tollgate.core.identity;

import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.kernel.OneTimeSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes the secret of a mailed link at the moment the mail is written, so that it never stands in
 * the table, the outbox or a queue.
 */
public final class IssuingOneTimeTokens {
  /** Long enough for a weekend. */
  public static final Duration VERIFICATION_LIFETIME = Duration.ofDays(3);

  /** Short, because it is as good as a password. */
  public static final Duration RESET_LIFETIME = Duration.ofHours(1);

  /** A mail may be read long after it came; the law asks for 30 days at least. */
  public static final Duration UNSUBSCRIBE_LIFETIME = Duration.ofDays(60);

  private final OneTimeTokens tokens;
  private final RandomGenerator random;

  public IssuingOneTimeTokens(OneTimeTokens tokens, RandomGenerator random) {
    this.tokens = tokens;
    this.random = random;
  }

  public OneTimeSecret issue(Purpose purpose, User user, Instant now) {
    OneTimeSecret secret = OneTimeSecret.random(random);
    tokens.issue(
        new OneTimeToken(
            secret.fingerprint(),
            purpose,
            user.tenant(),
            user.id(),
            user.credentialVersion(),
            now.plus(lifetime(purpose)),
            Optional.empty()));
    return secret;
  }

  private static Duration lifetime(Purpose purpose) {
    return switch (purpose) {
      case VERIFY_EMAIL -> VERIFICATION_LIFETIME;
      case RESET_PASSWORD -> RESET_LIFETIME;
      case UNSUBSCRIBE -> UNSUBSCRIBE_LIFETIME;
    };
  }
}
