package dev.tollgate.bench.runtime;

/** Where a process finds the function. */
public enum Layout {
  /** As Lambda's managed runtime has it: the uploaded jar unpacked, under its own class loader. */
  MANAGED,
  /** As a container image can have it: client and jar on one class path, as an AOT cache needs. */
  FLAT
}
