package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.List;

/** Compares levels with what they count. */
public interface Gauges {
  /** What the meter says. */
  Counted counted(TenantId tenant, Meter gauge);

  /** What there is: rows and claims that are kept. As many reads as it takes. */
  long there(TenantId tenant, Meter gauge);

  /** False where the meter has moved since it was read, and nothing changes. */
  boolean correct(TenantId tenant, Meter gauge, Counted seen, long there);

  /** Tenants whose levels should be compared, the longest due first; may lag behind. */
  List<TenantId> due(Instant now, int most);

  /** Notes that they were, and when they should be next. */
  void compared(TenantId tenant, Instant next);

  /**
   * @param moves goes up by one whenever the meter moves
   */
  record Counted(long used, long moves) {}
}
