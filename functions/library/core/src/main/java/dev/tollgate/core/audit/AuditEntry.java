package dev.tollgate.core.audit;

import dev.tollgate.core.kernel.AuditId;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the trail.
 *
 * @param subject the person it happened to, who is also who did it unless the action says otherwise
 * @param detail what else a reader must know, such as a reason; no secret and nobody's address
 */
public record AuditEntry(
    AuditId id,
    TenantId tenant,
    Instant at,
    AuditAction action,
    UserId subject,
    Client client,
    Optional<String> detail) {

  public static AuditEntry of(
      AuditAction action, TenantId tenant, UserId subject, Client client, Instant now, Ids ids) {
    return new AuditEntry(ids.audit(now), tenant, now, action, subject, client, Optional.empty());
  }

  public AuditEntry with(String words) {
    return new AuditEntry(id, tenant, at, action, subject, client, Optional.of(words));
  }
}
