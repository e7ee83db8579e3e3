package dev.tollgate.core.billing;

/** Writes what billing decided. */
public interface BillingChanges {
  /** One transaction, and another one only where a fact or movement was there already. */
  Commit commit(BillingChange change);

  /** How a write went. */
  enum Commit {
    WRITTEN,
    /** The enrollment moved since it was read: read again and decide again. Nothing is written. */
    STALE,
    /** A level is above what the change allows. Nothing is written. */
    EXCEEDED
  }
}
