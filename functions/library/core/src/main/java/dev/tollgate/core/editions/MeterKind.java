package dev.tollgate.core.editions;

/** How a meter moves. */
public sealed interface MeterKind {
  /** Holds a level, which falls only when something is given back. */
  record Gauge() implements MeterKind {}

  /** Only rises, and restarts with each period. */
  record Counter(Period period) implements MeterKind {}
}
