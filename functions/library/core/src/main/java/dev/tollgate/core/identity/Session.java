package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.kernel.SealedText;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One login, and the family of refresh tokens that descends from it. It ends by logging out, by
 * being revoked, by a change of password, by an old token coming back, or by not being used for as
 * long as a refresh token lives.
 *
 * @param generation how often the refresh token has been rotated; only ever goes up
 * @param family fingerprint of the secret that all tokens of the session share
 * @param current fingerprint of the live token's own secret
 * @param previous the token before that, for a client whose answer got lost
 */
public record Session(
    TenantId tenant,
    UserId user,
    SessionId id,
    int credentialVersion,
    int generation,
    Fingerprint family,
    Fingerprint current,
    Optional<Predecessor> previous,
    Client client,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    Optional<Instant> revokedAt) {

  /**
   * How long a client may come back with the token it has just used. Longer than a client's
   * time-out and retry, shorter than it takes to use what was stolen.
   */
  static final Duration GRACE = Duration.ofSeconds(10);

  /**
   * The token that the current one replaced.
   *
   * @param successor the current token's secret, readable only with the replaced one
   * @param client who replaced it
   */
  public record Predecessor(
      Fingerprint secret, SealedText successor, Client client, Instant rotatedAt) {}

  /** Below its end, not revoked, and made under the password that still holds. */
  public boolean isLive(User owner, Instant now) {
    return revokedAt.isEmpty()
        && now.isBefore(expiresAt)
        && credentialVersion == owner.credentialVersion();
  }

  /** What becomes of the session when this token is shown; nothing is written yet. */
  RefreshDecision refresh(
      RefreshToken token,
      User owner,
      Client by,
      Instant now,
      OneTimeSecret next,
      Duration lifetime) {
    if (!isLive(owner, now) || !family.sameAs(token.familyFingerprint())) {
      return new RefreshDecision.Refused();
    }
    if (current.sameAs(token.secretFingerprint())) {
      return new RefreshDecision.Rotated(
          rotated(token, by, now, next, lifetime), token.withSecret(next.text()));
    }
    return previous
        .filter(before -> before.secret().sameAs(token.secretFingerprint()))
        .filter(before -> before.client().equals(by))
        .filter(before -> now.isBefore(before.rotatedAt().plus(GRACE)))
        .flatMap(before -> before.successor().open(token.secret()))
        .<RefreshDecision>map(secret -> new RefreshDecision.Repeated(token.withSecret(secret)))
        .orElseGet(RefreshDecision.Reused::new);
  }

  /** Keeps this session alive through its own person's change of password. */
  Session under(User changed) {
    return new Session(
        tenant,
        user,
        id,
        changed.credentialVersion(),
        generation,
        family,
        current,
        previous,
        client,
        createdAt,
        lastUsedAt,
        expiresAt,
        revokedAt);
  }

  private Session rotated(
      RefreshToken token, Client by, Instant now, OneTimeSecret next, Duration lifetime) {
    return new Session(
        tenant,
        user,
        id,
        credentialVersion,
        generation + 1,
        family,
        next.fingerprint(),
        Optional.of(
            new Predecessor(current, SealedText.seal(next.text(), token.secret()), by, now)),
        by,
        createdAt,
        now,
        now.plus(lifetime),
        revokedAt);
  }
}
