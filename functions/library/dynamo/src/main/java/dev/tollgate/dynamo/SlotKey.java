package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Slot;

/** Where a meter counts: one item for each period of a counter, one alone for a gauge. */
record SlotKey(TenantId tenant, Slot slot) implements Key {
  private static final String PREFIX = "METER#";

  /** Of the level of a gauge. */
  static SlotKey of(TenantId tenant, Meter gauge) {
    return new SlotKey(tenant, new Slot.Level(gauge));
  }

  @Override
  public String partition() {
    return Key.tenant(tenant);
  }

  @Override
  public String sort() {
    String meter = PREFIX + slot.meter().key();
    return slot.window().isEmpty() ? meter : meter + "#" + slot.window();
  }
}
