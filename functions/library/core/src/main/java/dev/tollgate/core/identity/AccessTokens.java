package dev.tollgate.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signs and checks access tokens: ES256 JWTs of type {@code at+jwt} (RFC 9068). */
public interface AccessTokens {
  String mint(AccessClaims claims, Instant now, Duration lifetime);

  /**
   * Empty for everything but a token that we signed, for us, of this type, valid at the time that
   * {@code Time} gives for the tenant it names.
   */
  Optional<AccessClaims> verify(String token);

  /** The public keys as a JWK set (RFC 7517), current and previous. */
  String publicKeys();
}
