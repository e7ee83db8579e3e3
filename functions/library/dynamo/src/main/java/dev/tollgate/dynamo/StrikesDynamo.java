package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.Strikes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts complaints and remembers invoices. */
final class StrikesDynamo implements Strikes {
  private static final int STRIKE = 0;

  private final Table table;

  StrikesDynamo(Table table) {
    this.table = table;
  }

  /** The count is read behind the write: whoever makes it full sees it full. */
  @Override
  public int complain(TenantId tenant, String source, Instant now) {
    Commit commit =
        table.write(StrikeItem.count(StrikeItem.StrikeKey.complaint(tenant, source), now));
    if (commit instanceof Commit.Refused refused && !refused.at(STRIKE)) {
      throw new IllegalStateException("refused at " + refused.failed().keySet());
    }
    return table
        .get(new StrikeItem.CountKey(tenant))
        .map(row -> row.number("complaints"))
        .orElse(0);
  }

  @Override
  public Optional<Instant> settle(TenantId tenant, String invoice, Instant now) {
    StrikeItem.StrikeKey key = StrikeItem.StrikeKey.invoice(tenant, invoice);
    table.writeAlways(List.of(StrikeItem.settle(key, now)));
    return table.get(key).flatMap(row -> row.optionalInstant("suspended_at"));
  }
}
