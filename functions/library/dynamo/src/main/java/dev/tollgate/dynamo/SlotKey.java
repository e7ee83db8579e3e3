package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Slot;

/** Where a meter counts: one item for each period of a counter, one alone for a gauge. */
record SlotKey(TenantId tenant, Slot slot) implements Key {
  @Override
  public String partition() {
    return Key.tenant(tenant);
  }

  @Override
  public String sort() {
    String meter = MeterItem.PREFIX + slot.meter().key();
    return slot.window().isEmpty() ? meter : meter + "#" + slot.window();
  }
}
