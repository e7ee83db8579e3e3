package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.accounts.Accounts;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;
import java.util.List;

/** Stores what accounts say about themselves. */
final class AccountsDynamo implements Accounts {
  private final Table table;

  AccountsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public void change(TenantId tenant, AccountChange change, AuditEntry entry) {
    table.writeAlways(List.of(AccountItem.change(tenant, change), AuditItem.put(entry)));
  }
}
