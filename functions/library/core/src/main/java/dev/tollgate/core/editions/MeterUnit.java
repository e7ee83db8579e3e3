package dev.tollgate.core.editions;

/** What one of a meter's count is, so that a limit can be told in words. */
public enum MeterUnit {
  ITEMS,
  BYTES
}
