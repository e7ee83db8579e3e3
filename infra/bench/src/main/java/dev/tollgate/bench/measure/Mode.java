package dev.tollgate.bench.measure;

/** How a function comes to its first answer. */
public enum Mode {
  /** A new process, the jar unpacked under the runtime's class loader: Lambda without SnapStart. */
  MANAGED,
  /** A new process, all on one class path. */
  FLAT,
  /** The same with an AOT cache: Lambda from a container image. */
  CACHED,
  /** From the answer to restore/next on: Lambda with SnapStart, less what the platform takes. */
  RESTORED
}
