package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** Keeps sessions. */
public interface Sessions {

  /**
   * Writes the next generation over the one before it, unless somebody else was first or the
   * session was revoked meanwhile.
   */
  Rotation rotate(Session next);

  /** Ends the session for good, whatever else happens to it; the first end counts. */
  Ending revoke(TenantId tenant, UserId user, SessionId session, Instant now, AuditEntry entry);

  /**
   * All sessions of a person that the store still has, dead ones too, in the order of their ids.
   */
  List<Session> of(TenantId tenant, UserId user);

  /** How a rotation went. */
  sealed interface Rotation {
    /** Ours is the session's state now. */
    record Saved() implements Rotation {}

    /** Somebody else's is; this is what it looks like. */
    record Overtaken(Session current) implements Rotation {}
  }

  /** How an ending went. */
  enum Ending {
    ENDED,
    NOT_FOUND
  }
}
