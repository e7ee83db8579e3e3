package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.Ledger;
import java.util.List;
import java.util.Optional;

/** Pages through a tenant's movements of money. */
final class LedgerDynamo implements Ledger {
  private final Table table;

  LedgerDynamo(Table table) {
    this.table = table;
  }

  /** A cursor that we did not give leads to an empty page. */
  @Override
  public Page page(TenantId tenant, int limit, Optional<String> cursor) {
    Optional<String> place = cursor.flatMap(Cursor::read);
    if (cursor.isPresent() && place.isEmpty()) {
      return new Page(List.of(), Optional.empty());
    }
    Search search =
        Search.startingWith(Key.tenant(tenant), LedgerItem.PREFIX).newestFirst().atMost(limit + 1);
    List<Row> rows =
        table.query(
            place
                .map(last -> search.after(new LedgerItem.LedgerKey(tenant, last).attributes()))
                .orElse(search));
    List<Row> page = rows.subList(0, Math.min(limit, rows.size()));
    return new Page(
        page.stream().map(LedgerItem::read).toList(),
        rows.size() > limit ? Optional.of(cursorAfter(page.getLast())) : Optional.empty());
  }

  private static String cursorAfter(Row last) {
    return Cursor.write(last.text("sk").substring(LedgerItem.PREFIX.length()));
  }
}
