package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.AuditId;
import dev.tollgate.core.kernel.TenantId;

/** An entry of the audit trail; its id sorts by time. */
final class AuditItem {
  static final String PREFIX = "AUDIT#";

  private AuditItem() {}

  record AuditKey(TenantId tenant, AuditId entry) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return PREFIX + entry.value();
    }
  }

  /** Written once, never over another. */
  static Action put(AuditEntry entry) {
    return Action.put(
            new Row.Writer(new AuditKey(entry.tenant(), entry.id()))
                .text("id", entry.id().value())
                .instant("at", entry.at())
                .text("action", entry.action().wireName())
                .text("user", entry.subject().value())
                .text("address", entry.client().address())
                .text("user_agent", entry.client().userAgent())
                .text("detail", entry.detail()))
        .ifAbsent();
  }
}
