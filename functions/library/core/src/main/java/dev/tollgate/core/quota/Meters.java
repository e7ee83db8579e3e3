package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import java.util.List;
import java.util.Map;

/** Reads what is counted. */
public interface Meters {
  /** One consistent call, however many slots; what was never used is 0. */
  Map<Meter, Long> used(TenantId tenant, List<Slot> slots);
}
