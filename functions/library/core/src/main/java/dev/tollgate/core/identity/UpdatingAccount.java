package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.accounts.Accounts;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;

/** Somebody changes what their account is called, or where its days begin. */
public final class UpdatingAccount {
  private final Accounts accounts;
  private final Time time;
  private final Ids ids;

  public UpdatingAccount(Accounts accounts, Time time, Ids ids) {
    this.accounts = accounts;
    this.time = time;
    this.ids = ids;
  }

  /** The account as it is now. */
  public Account update(Member member, AccountChange change, Client client) {
    TenantId tenant = member.account().id();
    accounts.change(
        tenant,
        change,
        AuditEntry.of(
            AuditAction.ACCOUNT_CHANGED,
            tenant,
            member.user().id(),
            client,
            time.now(tenant),
            ids));
    return member.account().with(change);
  }
}
