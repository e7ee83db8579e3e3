package dev.tollgate.core.identity;

import java.time.Instant;

/** A person in one of their sessions: everything that guards ask about. */
public record Principal(Member member, Session session) {
  public boolean isLive(Instant now) {
    return session.isLive(member.user(), now);
  }

  public Principal with(Session changed) {
    return new Principal(member, changed);
  }
}
