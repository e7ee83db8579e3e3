package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.Sessions;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** Keeps sessions in their tenant's partition. */
final class SessionsDynamo implements Sessions {
  private final Table table;

  SessionsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Rotation rotate(Session next) {
    return switch (table.write(List.of(SessionItem.rotate(next)))) {
      case Commit.Done _ -> new Rotation.Saved();
      case Commit.Refused refused ->
          new Rotation.Overtaken(
              refused
                  .item(0)
                  .map(SessionItem::read)
                  .orElseThrow(() -> new IllegalStateException("a session vanished")));
    };
  }

  @Override
  public Ending revoke(
      TenantId tenant, UserId user, SessionId session, Instant now, AuditEntry entry) {
    SessionItem.SessionKey key = new SessionItem.SessionKey(tenant, user, session);
    Commit commit = table.write(List.of(SessionItem.revoke(key, now), AuditItem.put(entry)));
    return commit instanceof Commit.Done ? Ending.ENDED : Ending.NOT_FOUND;
  }

  @Override
  public List<Session> of(TenantId tenant, UserId user) {
    return table.query(Key.tenant(tenant), SessionItem.SessionKey.prefix(user)).stream()
        .map(SessionItem::read)
        .toList();
  }
}
