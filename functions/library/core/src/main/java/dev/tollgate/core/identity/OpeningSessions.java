package dev.tollgate.core.identity;

import dev.tollgate.core.editions.SessionPolicy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.kernel.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes new sessions and the tokens of all sessions. It writes nothing. */
public final class OpeningSessions {
  private final SessionPolicy policy;
  private final AccessTokens accessTokens;
  private final Ids ids;
  private final RandomGenerator random;

  public OpeningSessions(
      SessionPolicy policy, AccessTokens accessTokens, Ids ids, RandomGenerator random) {
    this.policy = policy;
    this.accessTokens = accessTokens;
    this.ids = ids;
    this.random = random;
  }

  public OpenedSession open(User user, Client client, Instant now) {
    SessionId id = ids.session(now);
    OneTimeSecret family = OneTimeSecret.random(random);
    OneTimeSecret secret = OneTimeSecret.random(random);
    Session session =
        new Session(
            user.tenant(),
            user.id(),
            id,
            user.credentialVersion(),
            0,
            family.fingerprint(),
            secret.fingerprint(),
            Optional.empty(),
            client,
            now,
            now,
            now.plus(policy.refreshToken()),
            Optional.empty());
    RefreshToken token =
        new RefreshToken(user.tenant(), user.id(), id, family.text(), secret.text());
    return new OpenedSession(session, tokens(user, token, now));
  }

  IssuedTokens tokens(User user, RefreshToken refreshToken, Instant now) {
    AccessClaims claims =
        new AccessClaims(user.tenant(), user.id(), refreshToken.session(), user.role());
    return new IssuedTokens(
        accessTokens.mint(claims, now, policy.accessToken()), refreshToken, policy.accessToken());
  }
}
