package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Slot;

/** The item that counts one slot of a meter. */
record SlotKey(TenantId tenant, Slot slot) implements Key {
  static final String PREFIX = "METER#";

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
