package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.quota.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads levels, all in one call. */
final class MetersDynamo implements Meters {
  private final Table table;

  MetersDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Map<Meter, Long> used(TenantId tenant, List<Slot> slots) {
    List<Key> keys = slots.stream().<Key>map(slot -> new SlotKey(tenant, slot)).toList();
    Map<Key, Row> rows = table.getAll(keys);
    Map<Meter, Long> used = new HashMap<>();
    for (Slot slot : slots) {
      Optional.ofNullable(rows.get(new SlotKey(tenant, slot)))
          .ifPresent(row -> used.put(slot.meter(), MeterItem.used(row, slot)));
    }
    return Map.copyOf(used);
  }
}
