package dev.tollgate.core.identity;

import java.time.Instant;

/** A person in one of their sessions: everything that guards ask about. */
public record Principal(Member member, Session session) {
  /** Whether the session lives, and its account lets anybody in. */
  public boolean isLive(Instant now) {
    return session.isLive(member.user(), now)
        && !member.account().endedSessionOf(session.createdAt())
        && !member.account().isClosed(now);
  }

  public Principal with(Session changed) {
    return new Principal(member, changed);
  }
}
