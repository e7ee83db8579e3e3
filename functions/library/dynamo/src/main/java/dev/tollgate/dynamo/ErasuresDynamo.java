package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.erasure.Erasures;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Enrollment;
import java.util.ArrayList;
import java.util.List;

/** Takes a tenant's partition apart, and the look-ups that lead to it. */
final class ErasuresDynamo implements Erasures {
  /** A person takes two writes of a transaction that may have a hundred. */
  private static final int PAGE = 50;

  private final Table table;

  ErasuresDynamo(Table table) {
    this.table = table;
  }

  @Override
  public boolean schedule(
      Account seen, Account scheduled, List<DueAction> due, AuditEntry entry, Message message) {
    List<Action> actions = new ArrayList<>();
    actions.add(AccountItem.close(seen, scheduled));
    due.forEach(action -> actions.add(DueItem.put(action)));
    actions.add(AuditItem.put(entry));
    actions.add(OutboxItem.put(message));
    return table.write(actions) instanceof Commit.Done;
  }

  @Override
  public boolean move(TenantId tenant, Erasure seen, Erasure next) {
    return table.write(List.of(AccountItem.move(tenant, seen, next))) instanceof Commit.Done;
  }

  @Override
  public void empty(TenantId tenant) {
    Search page = Search.all(Key.tenant(tenant)).atMost(PAGE);
    List<Row> rows;
    do {
      rows = table.query(page);
      delete(tenant, rows.stream().filter(row -> !stays(row)).toList());
      if (!rows.isEmpty()) {
        page = page.after(Key.of(rows.getLast()).attributes());
      }
    } while (rows.size() == PAGE);
  }

  /**
   * Money that moved, that the account was erased, and what is still needed to do it; account and
   * enrollment go together at the end.
   */
  private static boolean stays(Row row) {
    String sort = row.text("sk");
    return sort.startsWith(LedgerItem.PREFIX)
        || sort.equals(AccountItem.AccountKey.SORT)
        || sort.equals(EnrollmentItem.EnrollmentKey.SORT)
        || sort.startsWith(DueItem.PREFIX + Duty.ERASURE.wireName() + "#")
        || (sort.startsWith(AuditItem.PREFIX)
            && row.text("action").equals(AuditAction.ACCOUNT_ERASED.wireName()));
  }

  private void delete(TenantId tenant, List<Row> rows) {
    List<Action> deletions = rows.stream().flatMap(row -> deletions(tenant, row).stream()).toList();
    if (deletions.isEmpty() || table.write(deletions) instanceof Commit.Done) {
      return;
    }
    for (Row row : rows) {
      if (table.write(deletions(tenant, row)) instanceof Commit.Refused) {
        table.writeAlways(List.of(Action.delete(Key.of(row)))); // somebody else has the address
      }
    }
  }

  /** A person goes with their address. */
  private static List<Action> deletions(TenantId tenant, Row row) {
    Action deletion = Action.delete(Key.of(row));
    if (!row.text("sk").startsWith(UserItem.UserKey.PREFIX)) {
      return List.of(deletion);
    }
    return List.of(deletion, EmailItem.free(new EmailAddress(row.text("email")), tenant));
  }

  @Override
  public void forgetTime(TenantId tenant) {
    table.writeAlways(List.of(Action.delete(new SandboxItem.SandboxKey(tenant))));
  }

  @Override
  public boolean end(Enrollment seen, AuditEntry erased) {
    List<Action> actions = new ArrayList<>();
    actions.add(EnrollmentItem.end(seen));
    actions.add(Action.delete(new AccountItem.AccountKey(seen.tenant())));
    seen.customer()
        .ever()
        .forEach(customer -> actions.add(CustomerItem.forget(customer, seen.tenant())));
    actions.add(AuditItem.put(erased));
    return table.write(actions) instanceof Commit.Done;
  }
}
