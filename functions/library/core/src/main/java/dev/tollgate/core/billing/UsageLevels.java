package dev.tollgate.core.billing;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.Map;

/** How much a tenant uses now, by meter; what was never used is absent. */
public interface UsageLevels {
  Map<Meter, Long> of(TenantId tenant, Instant now);
}
