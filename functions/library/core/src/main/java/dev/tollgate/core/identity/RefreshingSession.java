package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.SessionPolicy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Trades a refresh token for a new pair. Any number of calls with one token advance the session
 * once and all get the same successor; an older token ends the session. One read and one write.
 */
public final class RefreshingSession {
  /** A rotation can be overtaken once by its twin and then sees the twin's; twice is a busy bug. */
  private static final int ROUNDS = 4;

  private final Members members;
  private final Sessions sessions;
  private final OpeningSessions opening;
  private final SessionPolicy policy;
  private final Time time;
  private final Ids ids;
  private final RandomGenerator random;

  public RefreshingSession(
      Members members,
      Sessions sessions,
      OpeningSessions opening,
      SessionPolicy policy,
      Time time,
      Ids ids,
      RandomGenerator random) {
    this.members = members;
    this.sessions = sessions;
    this.opening = opening;
    this.policy = policy;
    this.time = time;
    this.ids = ids;
    this.random = random;
  }

  public Outcome refresh(String text, Client client) {
    Optional<RefreshToken> token = RefreshToken.parse(text);
    Optional<Principal> principal =
        token.flatMap(t -> members.find(t.tenant(), t.user(), t.session()));
    if (principal.isEmpty()) {
      return new Refused();
    }
    return refresh(token.get(), principal.get(), client);
  }

  private Outcome refresh(RefreshToken token, Principal principal, Client client) {
    if (principal.member().account().standing() instanceof Standing.Suspended suspended
        && principal.isLive(time.now(token.tenant()))) {
      return new TenantSuspended(suspended);
    }
    if (!principal.isLive(time.now(token.tenant()))) {
      return new Refused();
    }
    Session session = principal.session();
    User user = principal.member().user();
    for (int round = 0; round < ROUNDS; round++) {
      Instant now = time.now(token.tenant());
      OneTimeSecret next = OneTimeSecret.random(random);
      switch (session.refresh(token, user, client, now, next, policy.refreshToken())) {
        case RefreshDecision.Rotated rotated -> {
          switch (sessions.rotate(rotated.next())) {
            case Sessions.Rotation.Saved _ -> {
              return new Refreshed(opening.tokens(user, rotated.token(), now));
            }
            case Sessions.Rotation.Overtaken overtaken -> session = overtaken.current();
          }
        }
        case RefreshDecision.Repeated repeated -> {
          return new Refreshed(opening.tokens(user, repeated.token(), now));
        }
        case RefreshDecision.Reused _ -> {
          sessions.revoke(
              session.tenant(),
              session.user(),
              session.id(),
              now,
              AuditEntry.of(
                  AuditAction.REFRESH_TOKEN_REUSED, token.tenant(), user.id(), client, now, ids));
          return new Refused();
        }
        case RefreshDecision.Refused _ -> {
          return new Refused();
        }
      }
    }
    throw new Unavailable("the session kept changing while it was refreshed");
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Refreshed(IssuedTokens tokens) implements Outcome {}

  public record TenantSuspended(Standing.Suspended standing) implements Outcome {}

  /** Unknown, old, stolen, expired or revoked: all the same to the outside. */
  public record Refused() implements Outcome {}
}
