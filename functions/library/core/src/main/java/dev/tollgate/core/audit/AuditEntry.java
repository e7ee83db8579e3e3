package dev.tollgate.core.audit;

import dev.tollgate.core.kernel.AuditId;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;

/**
 * One line of the trail.
 *
 * @param subject the person it happened to, who is also who did it unless the action says otherwise
 */
public record AuditEntry(
    AuditId id, TenantId tenant, Instant at, AuditAction action, UserId subject, Client client) {

  public static AuditEntry of(
      AuditAction action, TenantId tenant, UserId subject, Client client, Instant now, Ids ids) {
    return new AuditEntry(ids.audit(now), tenant, now, action, subject, client);
  }
}
