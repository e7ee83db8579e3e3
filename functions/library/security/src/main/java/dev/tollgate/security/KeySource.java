package dev.tollgate.security;

/** Where the secret with the signing keys is kept. */
interface KeySource {
  /** A JWK set with private keys (RFC 7517), as text; throws {@code Unavailable}. */
  String read();
}
