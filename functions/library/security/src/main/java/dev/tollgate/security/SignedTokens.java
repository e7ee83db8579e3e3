package dev.tollgate.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tollgate.core.identity.AccessClaims;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Access tokens as RFC 9068 describes them, checked after RFC 8725: one algorithm, one type, and
 * every claim present and right.
 */
final class SignedTokens implements AccessTokens {
  static final String AUDIENCE = "tollgate-api";
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** A token is longer than any we sign only if it is not ours. */
  private static final int LONGEST = 2_048;

  /** How far the clocks of two function instances may differ; only ever about "not yet". */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final KeyRing keys;
  private final Time time;
  private final String issuer;

  SignedTokens(KeyRing keys, Time time, String issuer) {
    this.keys = keys;
    this.time = time;
    this.issuer = issuer;
  }

  @Override
  public String mint(AccessClaims claims, Instant now, Duration lifetime) {
    SigningKeys current = keys.current();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(current.currentId()).build();
    JWTClaimsSet set =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(AUDIENCE)
            .subject(claims.user().value())
            .claim("tid", claims.tenant().value())
            .claim("sid", claims.session().value())
            .claim("role", claims.role().wireName())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .build();
    SignedJWT token = new SignedJWT(header, set);
    try {
      token.sign(current.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("a P-256 key that cannot sign", e);
    }
    return token.serialize();
  }

  @Override
  public Optional<AccessClaims> verify(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SignedJWT signed = SignedJWT.parse(token);
      return isSignedByUs(signed) ? claims(signed.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public String publicKeys() {
    return keys.current().publicKeys();
  }

  private boolean isSignedByUs(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    String id = header.getKeyID();
    if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
        || !TYPE.equals(header.getType())
        || header.getCriticalParams() != null
        || id == null) {
      return false;
    }
    Optional<JWSVerifier> verifier =
        keys.current().verifier(id).or(() -> keys.afterUnknownId().verifier(id));
    return verifier.isPresent() && token.verify(verifier.get());
  }

  private Optional<AccessClaims> claims(JWTClaimsSet set) throws ParseException {
    String tenant = set.getStringClaim("tid");
    String user = set.getSubject();
    String session = set.getStringClaim("sid");
    String role = set.getStringClaim("role");
    Date notBefore = set.getNotBeforeTime();
    Date expiry = set.getExpirationTime();
    if (tenant == null
        || user == null
        || session == null
        || role == null
        || notBefore == null
        || expiry == null
        || !issuer.equals(set.getIssuer())
        || !List.of(AUDIENCE).equals(set.getAudience())) {
      return Optional.empty();
    }
    TenantId tenantId = new TenantId(tenant);
    Instant now = time.now(tenantId);
    if (notBefore.toInstant().isAfter(now.plus(SKEW)) || !now.isBefore(expiry.toInstant())) {
      return Optional.empty();
    }
    return Role.parse(role)
        .map(known -> new AccessClaims(tenantId, new UserId(user), new SessionId(session), known));
  }
}
