package dev.tollgate.core.entitlements;

import java.util.Locale;

/** Where a right comes from. */
public enum Source {
  /** The plan that is paid for, free, or agreed on. */
  PLAN,
  /** The seats that are paid for. */
  SEATS,
  /** Granted to this tenant alone. */
  OVERRIDE,
  /** The plan of a trial. */
  TRIAL,
  /** A present of the platform owner. */
  COMPLIMENTARY;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
