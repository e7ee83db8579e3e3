package dev.tollgate.dynamo;

import dev.tollgate.core.billing.UsageLevels;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads levels in two calls: people are counted, the rest is counted already. */
final class UsageLevelsDynamo implements UsageLevels {
  private final Table table;

  UsageLevelsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Map<Meter, Long> of(TenantId tenant, Instant now) {
    Map<Meter, Long> levels = new HashMap<>();
    for (Row row : table.query(Key.tenant(tenant), SlotKey.PREFIX)) {
      String key = row.text("sk").substring(SlotKey.PREFIX.length());
      if (!key.contains("#")) {
        levels.put(new Meter(key), MeterItem.raw(row));
      }
    }
    long people = table.count(Search.startingWith(Key.tenant(tenant), UserItem.UserKey.PREFIX));
    if (people > 0) {
      levels.put(Meter.USERS, people);
    }
    return Map.copyOf(levels);
  }
}
