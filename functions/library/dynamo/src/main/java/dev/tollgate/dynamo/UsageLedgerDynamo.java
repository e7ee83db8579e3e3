package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.usage.Usage;
import dev.tollgate.core.usage.UsageLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps uses under their ids and their times. */
final class UsageLedgerDynamo implements UsageLedger {
  private static final int BY_ID = 0;

  private final Table table;

  UsageLedgerDynamo(Table table) {
    this.table = table;
  }

  @Override
  public boolean record(Usage usage, Message message) {
    List<Action> actions = new ArrayList<>(UsageItem.record(usage));
    actions.add(OutboxItem.put(message));
    return switch (table.write(actions)) {
      case Commit.Done _ -> true;
      case Commit.Refused refused when refused.at(BY_ID) -> false;
      case Commit.Refused refused ->
          throw new IllegalStateException("refused at " + refused.failed().keySet());
    };
  }

  @Override
  public Optional<Usage> find(TenantId tenant, Meter meter, String id) {
    return Key.isPlausible(id)
        ? table.get(new UsageItem.UsageKey(tenant, meter, id)).map(UsageItem::read)
        : Optional.empty();
  }

  @Override
  public void reported(Usage usage, Instant at) {
    table.writeAlways(UsageItem.report(usage, at));
  }

  @Override
  public List<Usage> between(TenantId tenant, Meter meter, Instant from, Instant until) {
    Search search =
        Search.between(
            Key.tenant(tenant),
            UsageItem.UsageTimeKey.from(meter, from),
            UsageItem.UsageTimeKey.from(meter, until));
    return table.query(search).stream().map(UsageItem::read).toList();
  }
}
