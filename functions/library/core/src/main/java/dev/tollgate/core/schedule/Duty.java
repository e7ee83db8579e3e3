package dev.tollgate.core.schedule;

import java.util.Locale;

/** What a due action does. Stored by its {@link #wireName()}, so names are kept. */
public enum Duty {
  /** Tells the owner that the trial will end; its step is the edition's reminder day. */
  TRIAL_REMINDER,
  /** A trial that nobody paid for is over. */
  TRIAL_END,
  /** The grace behind such a trial is over. */
  TRIAL_GRACE_END,
  /** The trial's plan is charged for; its step is the edition's day, of the charge or a retry. */
  TRIAL_CHARGE,
  /** Tells the owner that a renewal is owed; its step is the edition's reminder day. */
  DUNNING_REMINDER,
  /** The grace for a renewal is over: what the tenant has becomes read-only. */
  DUNNING_GRACE_END,
  /** The tenant is suspended over a renewal that is owed. */
  DUNNING_SUSPENSION,
  /** The contract of a tenant that will be erased is told to end with its period. */
  ERASURE_CANCELLATION,
  /** The contract of a tenant that was to be erased and will not is told to go on. */
  ERASURE_WITHDRAWAL,
  /** The tenant is erased. */
  ERASURE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it waits while the tenant is suspended. What ends a suspension may not wait for it. */
  public boolean waitsForRestore() {
    return switch (this) {
      case TRIAL_REMINDER,
          TRIAL_END,
          TRIAL_GRACE_END,
          DUNNING_REMINDER,
          DUNNING_GRACE_END,
          DUNNING_SUSPENSION ->
          true;
      case TRIAL_CHARGE, ERASURE_CANCELLATION, ERASURE_WITHDRAWAL, ERASURE -> false;
    };
  }
}
