package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends sessions: one's own, or another of the same person's. */
public final class LoggingOut {
  private final Members members;
  private final Sessions sessions;
  private final Time time;
  private final Ids ids;

  public LoggingOut(Members members, Sessions sessions, Time time, Ids ids) {
    this.members = members;
    this.sessions = sessions;
    this.time = time;
    this.ids = ids;
  }

  /** Ends the session that the request itself came in. */
  public void logOut(Principal principal, Client client) {
    Session session = principal.session();
    end(AuditAction.LOGGED_OUT, session.tenant(), session.user(), session.id(), client);
  }

  /**
   * Ends the session of a refresh token, for a client whose access token has run out. False where
   * the token is none of ours.
   */
  public boolean logOut(String refreshToken, Client client) {
    Optional<RefreshToken> token = RefreshToken.parse(refreshToken);
    Optional<Principal> principal =
        token
            .flatMap(t -> members.find(t.tenant(), t.user(), t.session()))
            .filter(p -> p.session().family().sameAs(token.get().familyFingerprint()));
    principal.ifPresent(found -> logOut(found, client));
    return principal.isPresent();
  }

  /** False where the person has no such live session. */
  public boolean revoke(Principal principal, SessionId session, Client client) {
    User user = principal.member().user();
    boolean theirs = live(principal).stream().anyMatch(live -> live.id().equals(session));
    return theirs && end(AuditAction.SESSION_REVOKED, user.tenant(), user.id(), session, client);
  }

  /** The person's live sessions, the latest login first. */
  public List<Session> live(Principal principal) {
    User user = principal.member().user();
    Instant now = time.now(user.tenant());
    return sessions.of(user.tenant(), user.id()).stream()
        .filter(session -> principal.with(session).isLive(now))
        .toList()
        .reversed();
  }

  private boolean end(
      AuditAction action, TenantId tenant, UserId user, SessionId session, Client client) {
    Instant now = time.now(tenant);
    AuditEntry entry = AuditEntry.of(action, tenant, user, client, now, ids);
    return sessions.revoke(tenant, user, session, now, entry) == Sessions.Ending.ENDED;
  }
}
