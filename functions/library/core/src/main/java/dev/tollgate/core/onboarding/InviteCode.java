package dev.tollgate.core.onboarding;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The platform owner's invitation to sign up although self-serve is off. Each works once.
 *
 * @param email who alone may use it, where that was said
 * @param plan what the new account gets a trial of, instead of the edition's
 * @param trial how long that trial is, instead of the edition's
 */
public record InviteCode(
    Fingerprint fingerprint,
    Optional<EmailAddress> email,
    Optional<String> plan,
    Optional<Duration> trial,
    Optional<Instant> expiresAt,
    State state) {

  /** What can become of an invitation. */
  public enum State {
    OPEN,
    USED,
    REVOKED
  }

  boolean isOpen(Instant now) {
    return state == State.OPEN && expiresAt.map(now::isBefore).orElse(true);
  }

  boolean isFor(EmailAddress address) {
    return email.map(address::equals).orElse(true);
  }
}
