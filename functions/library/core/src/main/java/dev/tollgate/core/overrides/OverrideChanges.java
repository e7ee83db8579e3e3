package dev.tollgate.core.overrides;

/** Writes what was granted. */
public interface OverrideChanges {
  /** One transaction. */
  Commit commit(OverridesChange change);

  /** How a write went. */
  enum Commit {
    WRITTEN,
    /** Overrides or subscription moved since they were read: read again. Nothing is written. */
    STALE
  }
}
